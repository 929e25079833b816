// The last ways out for what cannot be sent: a word before it is lost, paper, and the question of a sign-out.
import { BegunDialog, SignOutDialog } from '#web/app/sign-out-dialog.tsx';
import { Printed } from '#web/kept/printed.tsx';
import { SoonLost } from '#web/kept/soon-lost.tsx';

export function LastWaysOut() {
  return (
    <>
      <SoonLost />
      <Printed />
      <BegunDialog />
      <SignOutDialog />
    </>
  );
}
