// What the desk shows, by the names that its parts use for the API's answers.
import type { Reply } from '#web/api/types.ts';

export type DeskView = Reply<'readDesk'>;
export type PersonHit = Reply<'searchStaff'>['items'][number];
/** Whom to ask instead: of the client's list, or a person's own. */
export type Alternative = DeskView['alternatives'][number] | PersonHit['colleagues'][number];
export type Answer = DeskView['answer'];
export type Why = Answer['why'];

/** What stays readable while the service is away: the desk, and who was looked at on it. */
export interface KeptView {
  readonly desk: DeskView;
  readonly isNotice: boolean;
  readonly people: readonly PersonHit[];
}
