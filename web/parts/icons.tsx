// The drawings of the portal: 24 squares wide, one line thick, beside a word or in a button that has a name.
const drawn = (...lines: readonly string[]) =>
  function Icon() {
    return (
      <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
        {lines.map((line) => (
          <path key={line} d={line} />
        ))}
      </svg>
    );
  };

const dot = (x: number, y: number, r: number): string =>
  `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;

export const LetterIcon = drawn('M3 6h18v12.5H3z', 'M3.5 7l8.5 6.5L20.5 7');
export const PersonIcon = drawn(dot(12, 8, 3.5), 'M5 20c.6-3.8 3.3-5.8 7-5.8s6.4 2 7 5.8');
export const PeopleIcon = drawn(
  dot(9, 8.5, 3),
  'M3 19.5c.5-3.2 2.8-5 6-5s5.5 1.8 6 5',
  'M15.5 5.8a3 3 0 0 1 0 5.4',
  'M17.5 15c2 .6 3.1 2.2 3.5 4.5',
);
export const HouseIcon = drawn('M4 11l8-7 8 7', 'M6 9.5V20h12V9.5', 'M10 20v-6h4v6');
export const CompanyIcon = drawn('M4 20V6.5L12 4v16', 'M12 9h8v11', 'M2.5 20h19', 'M7 10h2M7 14h2M15 13h2M15 16.5h2');
export const EyeIcon = drawn('M2.5 12C4.6 8 8 6 12 6s7.4 2 9.5 6c-2.1 4-5.5 6-9.5 6s-7.4-2-9.5-6z', dot(12, 12, 2.5));
export const HeadsetIcon = drawn(
  'M4 15v-3a8 8 0 0 1 16 0v3',
  'M4 13.5h3V19H5.5A1.5 1.5 0 0 1 4 17.5z',
  'M20 13.5h-3V19h1.5a1.5 1.5 0 0 0 1.5-1.5z',
);
export const WarningIcon = drawn('M12 4.5 21 20H3z', 'M12 10.5v4.5M12 17.5v.1');
export const CaseIcon = drawn('M3.5 8h17v11.5h-17z', 'M9 8V5h6v3', 'M3.5 13h17');
export const CardIcon = drawn(
  'M3.5 5.5h17v13h-17z',
  dot(9, 10, 1.8),
  'M5.8 15.8c.5-1.6 1.6-2.5 3.2-2.5s2.7.9 3.2 2.5',
  'M15 9.5h3M15 13h3',
);
export const ShieldIcon = drawn('M12 3.5 19 6v5.5c0 4-2.7 7-7 9-4.3-2-7-5-7-9V6z', 'M9 12l2.2 2.2L15.2 10');
export const PaperIcon = drawn('M6 3.5h8.5L18.5 8v12.5H6z', 'M9 11h6M9 14h6', 'M14 3.5V8h4.5');
export const RequestIcon = drawn(
  dot(9, 8, 3),
  'M3.5 19.5c.5-3.5 2.6-5.3 5.5-5.3 1.6 0 3 .5 3.9 1.5',
  'M14 17l2 2 4.5-5',
);
export const SettingsIcon = drawn('M4 7h8.5M17.5 7H20M4 17h2.5M11.5 17H20', dot(15, 7, 2.4), dot(9, 17, 2.4));
export const MoreIcon = drawn(dot(5.5, 12, 0.6), dot(12, 12, 0.6), dot(18.5, 12, 0.6));
export const LeaveIcon = drawn('M13.5 4.5H5v15h8.5', 'M10 12h10.5', 'M17 8.5l3.5 3.5-3.5 3.5');
