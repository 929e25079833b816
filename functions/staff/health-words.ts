// Words that tell of illness or family leave: they stand in no text of an absence.
import * as z from 'zod/mini';

/** Whole words, as people write them: a nurse's `sjukhus` and a dentist's `tandläkare` are places of work. */
const ofHealth = new RegExp(
  ` (${[
    'sjuk|sjukt|sjuka|sjukdom|sjukfrånvaro|sjukskriv\\p{L}*|sjukledig\\p{L}*|sjukanmäld|sjukanmält|sjukanmälde|magsjuk\\p{L}*|vinterkräksjuk\\p{L}*',
    'förkyld\\p{L}*|influensa\\p{L}*|feber|covid\\p{N}*|corona|coronavirus|migrän|utbränd\\p{L}*|utmattning\\p{L}*|rehab|rehabilitering|läkarbesök|karantän',
    'vab|vabb|vabba|vabbar|vabbade|vabbat|vabbande|vabar|vabade|vabdag|vård av barn|vård av sjukt barn|tillfällig föräldrapenning',
    'föräldraled\\p{L}*|mammaled\\p{L}*|pappaled\\p{L}*|barnled\\p{L}*|föräldrapenning|gravid\\p{L}*|närståendepenning',
    'sick|sickness|ill|illness|unwell|flu|fever|migraine|burnout|burned out|burnt out|quarantine|medical leave|medical appointment',
    '(parental|maternity|paternity|family|adoption|compassionate|carer s|carers) leave|pregnant|pregnancy|sick child',
  ].join('|')}) `,
  'u',
);

/** Case and everything that is no letter or digit are looked past, and what nobody sees stands in no word. */
export const tellsOfHealth = (text: string): boolean =>
  ofHealth.test(
    ` ${text
      .normalize('NFKC')
      .replace(/\p{Cf}/gu, '')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')} `,
  );

export const notOfHealth = () =>
  z.refine<string>((text) => !tellsOfHealth(text), {
    error: 'It tells of illness or family leave, which callers are never told: leave it out, with the reason `away`',
  });
