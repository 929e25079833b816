// What was done, by the id of the route as it stands in the audit, in Swedish and in English: a sentence without its subject.
import type { InBoth } from '#requests/report/words.ts';

const w = (sv: string, en: string): InBoth => ({ sv, en });

export const actWords: Readonly<Record<string, InBoth>> = {
  createClient: w('Lade upp företaget', 'Set the company up'),
  changeClient: w('Ändrade företagets uppgifter', "Changed the company's details"),
  changeAnswering: w('Ändrade hur samtal besvaras', 'Changed how calls are answered'),
  createNotice: w('Skrev ett anslag till telefonisterna', 'Wrote a notice to the operators'),
  changeNotice: w(
    'Ändrade eller förlängde ett anslag till telefonisterna',
    'Changed or renewed a notice to the operators',
  ),
  deleteNotice: w('Tog bort ett anslag till telefonisterna', 'Took a notice to the operators away'),
  createStaffMember: w('Lade till en person i registret', 'Added a person to the register'),
  changeStaffMember: w('Ändrade en person i registret', 'Changed a person in the register'),
  eraseStaffMember: w('Raderade en person ur registret', 'Erased a person from the register'),
  setAbsence: w('Angav att någon är borta', 'Said that somebody is away'),
  endAbsence: w('Angav att någon är tillbaka', 'Said that somebody is back'),
  sendTestMessage: w('Skickade ett test till en person', 'Sent a test to a person'),
  changeMessage: w(
    'Markerade ett meddelande som läst eller klart, eller antecknade något på det',
    'Marked a message as read or done, or noted something on it',
  ),
  deleteMessage: w('Raderade ett meddelande', 'Erased a message'),
  correctMessage: w('Rättade ett meddelande', 'Corrected a message'),
  forwardMessage: w('Skickade ett meddelande igen eller vidare', 'Sent a message again, or forwarded it'),
  redirectMessage: w(
    'Tog tillbaka ett meddelande från fel mottagare och skickade det till rätt',
    'Took a message back from a wrong recipient and sent it to the right one',
  ),
  changeTask: w(
    'Tog, släppte eller avslutade något att åtgärda',
    'Took, released or finished something that needs attention',
  ),
  liftSuppression: w('Lät en spärrad adress få meddelanden igen', 'Let a blocked address have messages again'),
  inviteUser: w('Bjöd in en användare', 'Invited a user'),
  changeUser: w('Ändrade en användares roll', "Changed a user's role"),
  withdrawUser: w('Tog bort en användare', 'Removed a user'),
  inviteOperator: w('Bjöd in någon till tjänsten', 'Invited somebody to the service'),
  changeOperator: w('Ändrade rollen för någon i tjänsten', 'Changed the role of somebody of the service'),
  withdrawOperator: w('Tog bort någon ur tjänsten', 'Removed somebody from the service'),
  createMachineClient: w('Anslöt ett system', 'Connected a system'),
  deleteMachineClient: w('Tog bort ett anslutet system', 'Removed a connected system'),
  signAgreement: w('Skrev under avtalet', 'Signed the agreement'),
  objectToSubProcessor: w('Invände mot ett underbiträde', 'Objected to a sub-processor'),
  changeServiceDetails: w('Ändrade uppgifterna om tjänsten', 'Changed the details of the service'),
  addSubProcessor: w('Aviserade ett nytt underbiträde', 'Announced a new sub-processor'),
  changeSubProcessor: w(
    'Aviserade en ändring av ett underbiträde, eller att det slutar',
    'Announced a change of a sub-processor, or its end',
  ),
  linkFile: w('Hämtade en fil', 'Fetched a file'),
  createExport: w('Beställde en export', 'Ordered an export'),
  askForErasure: w('Begärde en radering', 'Asked for an erasure'),
  confirmErasure: w('Bekräftade en radering', 'Confirmed an erasure'),
  continueErasure: w('Lät en radering gå vidare', 'Let an erasure go on'),
  withdrawErasure: w('Återkallade en radering', 'Withdrew an erasure'),
  createSubjectRequest: w(
    'Lade upp en begäran från någon om deras uppgifter',
    'Logged what somebody asks about their own data',
  ),
  changeSubjectRequest: w('Ändrade i en begäran', 'Changed a request'),
  stepSubjectRequest: w('Tog ett steg i en begäran', 'Took a request a step further'),
  decideFindings: w(
    'Avgjorde vad av det som hittades som rör personen',
    'Decided what of the findings is about the person',
  ),
  makeAccessReport: w('Gjorde ett registerutdrag', 'Made an access report'),
  listStaff: w('Såg en skyddad person i personallistan', 'Saw a protected person in the list of staff'),
  readStaffMember: w('Öppnade en skyddad person', 'Opened a protected person'),
  searchStaff: w(
    'Fick en skyddad person bland träffarna i en sökning',
    'Had a protected person among the hits of a search',
  ),
  previewStaffErasure: w(
    'Såg en skyddad person i förhandsvisningen av en radering',
    'Saw a protected person in the preview of an erasure',
  ),
  listFindings: w(
    'Såg en skyddad person eller ett meddelande äldre än 30 dagar bland det som hittades',
    'Saw a protected person, or a message older than 30 days, among the findings',
  ),
  getMessage: w('Öppnade ett meddelande äldre än 30 dagar', 'Opened a message older than 30 days'),
  listMessages: w('Såg ett meddelande äldre än 30 dagar i listan', 'Saw a message older than 30 days in the list'),
};
