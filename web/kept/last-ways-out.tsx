// The last ways out for what cannot be sent: a word before it is lost, and paper.
import { Printed } from '#web/kept/printed.tsx';
import { SoonLost } from '#web/kept/soon-lost.tsx';

export function LastWaysOut() {
  return (
    <>
      <SoonLost />
      <Printed />
    </>
  );
}
