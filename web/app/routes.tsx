// The routes: which view an address shows, each loaded when it is first gone to.
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import { lazy, Route, Router, useLocation, useRoute } from 'preact-iso';
import { NotFound } from '#web/app/not-found.tsx';
import { mayOpen, type PlaceName, startOf } from '#web/app/places.ts';
import { Empty } from '#web/parts/empty.tsx';
import { noteNavigation, Page } from '#web/parts/page.tsx';
import { session } from '#web/session/session.ts';
import { openWords, t } from '#web/words/words.ts';
import type { WordRoom } from '#web/words/words-shape.ts';

/** What is not this person's looks as if it were not there. */
function guarded(name: PlaceName, View: ComponentType) {
  return function Guarded() {
    const { me } = session.value;
    const { client } = useRoute().params;
    return me && mayOpen(me, name, client) ? <View /> : <NotFound />;
  };
}

/** A view and its words, side by side. */
const room = (words: readonly WordRoom[], load: () => Promise<ComponentType>) =>
  lazy(async () => {
    const [View] = await Promise.all([load(), openWords(...words)]);
    return View;
  });

const views = {
  messages: guarded(
    'messages',
    room(['inbox'], () => import('#web/inbox/inbox-page.tsx').then((room) => room.InboxPage)),
  ),
  me: guarded(
    'myStart',
    room(['own'], () => import('#web/own/home-page.tsx').then((room) => room.HomePage)),
  ),
  contacts: guarded(
    'myStart',
    room(['own'], () => import('#web/own/contacts-page.tsx').then((room) => room.ContactsPage)),
  ),
  staff: guarded(
    'staff',
    room(['staff'], () => import('#web/staff/staff-page.tsx').then((room) => room.StaffPage)),
  ),
  company: guarded(
    'company',
    room(['client'], () => import('#web/client/client-page.tsx').then((room) => room.ClientPage)),
  ),
  users: guarded(
    'users',
    room(['users'], () => import('#web/users/users-page.tsx').then((room) => room.UsersPage)),
  ),
  deskView: guarded(
    'deskView',
    room(['client', 'desk'], () => import('#web/client/my-desk.tsx').then((room) => room.MyDesk)),
  ),
  desk: guarded(
    'desk',
    room(['desk'], () => import('#web/desk/desk-page.tsx').then((room) => room.DeskPage)),
  ),
  form: guarded(
    'desk',
    room(['desk', 'callAfter'], () => import('#web/desk/blank-form.tsx').then((room) => room.BlankForm)),
  ),
  attention: guarded(
    'attention',
    room(['attention'], () => import('#web/attention/attention-page.tsx').then((room) => room.AttentionPage)),
  ),
  operators: guarded(
    'operators',
    room(['users'], () => import('#web/users/operators-page.tsx').then((room) => room.OperatorsPage)),
  ),
  clients: guarded(
    'clients',
    room(['users'], () => import('#web/users/clients-page.tsx').then((room) => room.ClientsPage)),
  ),
  requests: guarded(
    'requests',
    room(['privacy'], () => import('#web/privacy/requests-page.tsx').then((room) => room.RequestsPage)),
  ),
  newRequest: guarded(
    'requests',
    room(['privacy'], () => import('#web/privacy/new-request-page.tsx').then((room) => room.NewRequestPage)),
  ),
  request: guarded(
    'requests',
    room(['privacy'], () => import('#web/privacy/request-page.tsx').then((room) => room.RequestPage)),
  ),
  erasures: guarded(
    'erasures',
    room(['privacy'], () => import('#web/privacy/erasures-page.tsx').then((room) => room.ErasuresPage)),
  ),
  logRequest: guarded(
    'logRequest',
    room(['privacy'], () => import('#web/privacy/log-request-page.tsx').then((room) => room.LogRequestPage)),
  ),
  agreements: guarded(
    'agreements',
    room(['privacy'], () => import('#web/privacy/agreements-page.tsx').then((room) => room.AgreementsPage)),
  ),
  privacy: guarded(
    'privacy',
    room(['privacy'], () => import('#web/privacy/privacy-page.tsx').then((room) => room.PrivacyPage)),
  ),
  settings: room([], () => import('#web/app/settings-page.tsx').then((room) => room.SettingsPage)),
  newClient: guarded(
    'operators',
    room(['users'], () => import('#web/users/new-client-page.tsx').then((room) => room.NewClientPage)),
  ),
};

function Start() {
  const { me } = session.value;
  const { route } = useLocation();
  const start = me && startOf(me);
  useEffect(() => {
    if (start) route(start, true);
  }, [start]);
  return start ? null : (
    <Page title={t.frame.myStart}>
      <Empty title={t.frame.noMembership} />
    </Page>
  );
}

export function Routes() {
  return (
    <Router onRouteChange={noteNavigation}>
      <Route path="/" component={Start} />
      <Route path="/c/:client/messages/:id?" component={views.messages} />
      <Route path="/c/:client/me" component={views.me} />
      <Route path="/c/:client/me/contacts" component={views.contacts} />
      <Route path="/c/:client/staff/:id?" component={views.staff} />
      <Route path="/c/:client/company/:tab?" component={views.company} />
      <Route path="/c/:client/users" component={views.users} />
      <Route path="/c/:client/desk-view" component={views.deskView} />
      <Route path="/c/:client/privacy/:tab?/:id?" component={views.privacy} />
      <Route path="/requests" component={views.requests} />
      <Route path="/requests/new" component={views.newRequest} />
      <Route path="/requests/:home/:id" component={views.request} />
      <Route path="/erasures/:home?/:id?" component={views.erasures} />
      <Route path="/agreements/:tab?" component={views.agreements} />
      <Route path="/desk/request" component={views.logRequest} />
      <Route path="/desk" component={views.desk} />
      <Route path="/desk/form" component={views.form} />
      <Route path="/desk/attention/:id?" component={views.attention} />
      <Route path="/operators" component={views.operators} />
      <Route path="/clients" component={views.clients} />
      <Route path="/clients/new" component={views.newClient} />
      <Route path="/settings" component={views.settings} />
      <Route default component={NotFound} />
    </Router>
  );
}
