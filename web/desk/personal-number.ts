// Whether a text seems to hold a Swedish personal number: a real date and the right check digit. A hint, never a stop. Pure.

/** Ten or twelve digits with `-` or `+` before the last four, or none; not in the middle of a longer number. */
const candidate = /(?<![\d+])(?:(?:18|19|20)\s?)?(\d{2})(\d{2})(\d{2})\s?[-+–]?\s?(\d{4})(?!\d)/g;

function luhn(digits: string): boolean {
  const sum = [...digits].reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

/** Coordination numbers have sixty added to the day. Which century is unknown: 29 February is let through. */
function isDate(month: number, day: number): boolean {
  const inMonth = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  const real = day > 60 ? day - 60 : day;
  return inMonth !== undefined && real >= 1 && real <= inMonth;
}

export function hasPersonalNumber(text: string): boolean {
  for (const [, year = '', month = '', day = '', last = ''] of text.matchAll(candidate))
    if (isDate(Number(month), Number(day)) && luhn(`${year}${month}${day}${last}`)) return true;
  return false;
}
