// What letters are about, in codes. Nothing personal stands in a letter: it says that something waits, and leads there.

export const letterAbouts = [
  'requestReceived',
  'requestToForward',
  'requestNotForwarded',
  'requestForwarded',
  'requestAwaitsInstruction',
  'requestInstructed',
  'requestDueSoon',
  'requestLate',
  'requestExtended',
  'requestReleased',
  'requestClosed',
  'agreementSigned',
  'agreementNewVersion',
  'agreementEnding',
  'agreementEnded',
  'subProcessorChange',
  'subProcessorObjection',
  'clientEnding',
  'erasureToConfirm',
  'erasureDone',
  'exportReady',
] as const;
export type LetterAbout = (typeof letterAbouts)[number];

/** admins: a client's. officers: the privacy officers of the service. */
export const lettersTo = ['admins', 'officers'] as const;
export type LetterTo = (typeof lettersTo)[number];
