// The text of an agreement to be read in peace: its notice, what is in it, and its sections.
import { useId } from 'preact/hooks';
import type { AgreementDocument } from '#web/privacy/agreements.ts';
import { t } from '#web/words/words.ts';

type Block = AgreementDocument['sections'][number]['blocks'][number];

function Table({ columns, rows, label }: { columns: readonly string[]; rows: readonly string[][]; label: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by keyboard
    <section class="table-box" tabIndex={0} aria-label={label}>
      <table class="facts-table">
        {columns.some((column) => column !== '') && (
          <thead>
            <tr>
              {columns.map((column, n) => (
                <th key={n} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {rows.map((row, n) => (
            <tr key={n}>
              {row.map((cell, column) =>
                column === 0 ? (
                  <th key={column} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={column}>{cell}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Part({ block, label }: { block: Block; label: string }) {
  if (block.kind === 'text') return <p>{block.text}</p>;
  if (block.kind === 'table') return <Table columns={block.columns} rows={block.rows} label={label} />;
  return (
    <ul class="dots">
      {block.items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}

export function AgreementText({ document: { title, notice, language, sections } }: { document: AgreementDocument }) {
  const id = useId();
  return (
    <article class="agreement-text" lang={language}>
      <h2>{title}</h2>
      <p class="quiet">{notice}</p>
      <details class="contents">
        <summary>{t.privacy.agreement.contents}</summary>
        <ol>
          {sections.map(({ heading }, n) => (
            <li key={heading}>
              <a
                href={`#${id}-${n}`}
                onClick={(event) => {
                  event.preventDefault();
                  document.getElementById(`${id}-${n}`)?.focus();
                }}
              >
                {heading}
              </a>
            </li>
          ))}
        </ol>
      </details>
      {sections.map(({ heading, blocks }, n) => (
        <section key={heading}>
          <h3 id={`${id}-${n}`} tabIndex={-1}>
            {heading}
          </h3>
          {blocks.map((block, place) => (
            <Part key={place} block={block} label={heading} />
          ))}
        </section>
      ))}
    </article>
  );
}
