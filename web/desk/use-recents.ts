// The desks that were opened this shift, newest first: to go back to, and to find clients among while the service is away.
import { useEffect, useState } from 'preact/hooks';
import type { KeptView } from '#web/desk/desk-types.ts';
import { keptDesks } from '#web/kept/desks.ts';

export const keptViews = async (): Promise<readonly KeptView[]> =>
  (await keptDesks.all<KeptView>()).map(({ view }) => view);

/** @param moment read anew when it changes. */
export function useRecents(moment: unknown): readonly KeptView[] {
  const [recents, setRecents] = useState<readonly KeptView[]>([]);
  useEffect(() => {
    let isOver = false;
    void keptViews().then((views) => {
      if (!isOver) setRecents(views);
    });
    return () => {
      isOver = true;
    };
  }, [moment]);
  return recents;
}
