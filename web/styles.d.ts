// Style sheets are imported for what they do, never for a value.
declare module '*.css';
