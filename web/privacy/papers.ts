// Papers of the service: PDFs that the API answers with.
import { api } from '#web/api/client.ts';
import { ask, type Outcome } from '#web/api/outcome.ts';
import { language } from '#web/words/words.ts';

/** The API's document knows them as bytes; here they come as what can be saved. */
const asBlob = (asked: Promise<Outcome<unknown>>): Promise<Outcome<Blob>> => asked as Promise<Outcome<Blob>>;

export const agreementPaper = (clientId: string, agreementId: string): Promise<Outcome<Blob>> =>
  asBlob(
    ask(
      api.GET('/v1/clients/{clientId}/agreements/{agreementId}/document', {
        params: { path: { clientId, agreementId } },
      }),
    ),
  );

export const certificatePaper = (clientId: string, certificateId: string): Promise<Outcome<Blob>> =>
  asBlob(
    ask(
      api.GET('/v1/clients/{clientId}/certificates/{certificateId}/document', {
        params: { path: { clientId, certificateId }, query: { language: language() } },
      }),
    ),
  );
