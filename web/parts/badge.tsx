// A state as a word with a mark: colour is never alone.
const marks = { accent: '✓', urgent: '!', warn: '?', info: '→', plain: '·' } as const;

export function Badge({ kind, children }: { kind: keyof typeof marks; children: string }) {
  return (
    <span class={`badge ${kind}`}>
      <span aria-hidden="true">{marks[kind]}</span> {children}
    </span>
  );
}
