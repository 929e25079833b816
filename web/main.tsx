// The start: the call of the address, words and appearance first, then the session and the page.
import { render } from 'preact';
import { watchNetwork } from '#web/api/online.ts';
import { App } from '#web/app/app.tsx';
import { watchOutbox } from '#web/kept/outbox.ts';
import { nameTab } from '#web/kept/tabs.ts';
import { followTitle } from '#web/parts/page.tsx';
import { followTheme } from '#web/parts/theme.ts';
import { followCallLinks } from '#web/session/call-link.ts';
import { startSession } from '#web/session/session.ts';
import { chosenLanguage, followLanguage, speak } from '#web/words/words.ts';
import '#web/style/tokens.css';
import '#web/style/base.css';
import '#web/style/layout.css';
import '#web/style/parts.css';
import '#web/style/overlays.css';
import '#web/style/inbox.css';
import '#web/style/own.css';
import '#web/style/staff.css';
import '#web/style/client.css';
import '#web/style/users.css';
import '#web/style/desk.css';
import '#web/style/call-after.css';
import '#web/style/attention.css';
import '#web/style/kept.css';
import '#web/style/print.css';

followCallLinks();
followTheme();
watchNetwork();
watchOutbox();
void nameTab();
await speak(chosenLanguage.peek());
followLanguage();
followTitle();
void startSession();

const root = document.getElementById('app');
if (root) render(<App />, root);
