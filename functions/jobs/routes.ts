// The routes of files.
import { FileLink, FileParams, ServiceFileParams } from '#jobs/schema.ts';
import { routesOf } from '#shared/route.ts';

const howToOpen =
  'The file lies sealed in a private bucket: the address leads to it for fifteen minutes, and opens nothing without the key. The portal opens it by itself; `npm run open-file -- FILE KEY` does anywhere else, and docs/api.md says how the format is. A file is gone after seven days at most, and at once where something of the client is erased. 404 for one that is gone. Who asked for a link is written down.';

export const fileRoutes = routesOf({
  linkFile: {
    method: 'POST',
    path: '/v1/clients/{clientId}/files/{fileId}/link',
    api: 'privacy',
    tag: 'privacy',
    summary: 'Get the link to a file, and the key that opens it',
    description: `${howToOpen} A report is fetched by a client admin only when it has been released.`,
    scope: 'privacy.read',
    roles: ['privacyOfficer', 'clientAdmin'],
    params: FileParams,
    replies: { 200: FileLink },
  },
  linkServiceFile: {
    method: 'POST',
    path: '/v1/service/files/{fileId}/link',
    api: 'privacy',
    tag: 'privacy',
    summary: "Get the link to a file of the service's own, and the key that opens it",
    description: howToOpen,
    scope: 'privacy.read',
    roles: ['privacyOfficer'],
    params: ServiceFileParams,
    replies: { 200: FileLink },
  },
});
