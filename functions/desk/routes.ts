// The routes of the desk: what an operator sees, and finds, while a caller waits.
import { StaffHits, StaffSearch } from '#desk/search-schema.ts';
import { ClientParams } from '#shared/fields.ts';
import { routesOf } from '#shared/route.ts';

export const deskRoutes = routesOf({
  searchStaff: {
    method: 'POST',
    path: '/v1/clients/{clientId}/staff/search',
    api: 'desk',
    tag: 'staff',
    summary: 'Find people by what a caller says',
    description:
      'By name, other names, title, department, keywords, answer note or digits of a telephone number; every word of the text must be found. The beginning of a word is enough, case and accents do not matter (with å, ä and ö as they are written first), and from four letters on one typing error is forgiven. Names come before titles and departments, these before keywords, and answer notes last. Numbers and addresses are those that the reader may see, as where a staff member is read. Who is not active is not found.',
    scope: 'directory.read',
    roles: ['supervisor', 'operator', 'privacyOfficer', 'clientAdmin', 'staffMember', 'machine'],
    params: ClientParams,
    body: StaffSearch,
    replies: { 200: StaffHits },
  },
});
