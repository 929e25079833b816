// The routes of files.
import { FileLink, FileParams } from '#jobs/schema.ts';
import { routesOf } from '#shared/route.ts';

export const fileRoutes = routesOf({
  linkFile: {
    method: 'POST',
    path: '/v1/clients/{clientId}/files/{fileId}/link',
    api: 'privacy',
    tag: 'files',
    summary: 'Get the link to a file, and the key that opens it',
    description:
      'The file lies sealed in a private bucket: the link leads to it for fifteen minutes, and opens nothing without the key. The portal opens it by itself; anywhere else `npm run open-file -- FILE KEY` does. A file is gone after seven days at most, and at once when something of the client is erased on request: then this is 404. A report is for the client’s admins when it has been released. With `service` for the client the file is about our own records.',
    scope: 'privacy.read',
    roles: ['privacyOfficer', 'clientAdmin'],
    params: FileParams,
    replies: { 200: FileLink },
  },
});
