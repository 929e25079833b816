// Whether an organisation number is a personal number: that of a sole trader, or of an estate.

/** The middle two digits of a personal number are a month; those of any other are 20 at the least. */
export const isPersonalNumber = (organisationNumber: string): boolean => Number(organisationNumber.slice(-9, -7)) < 20;
