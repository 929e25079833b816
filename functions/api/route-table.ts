// The route table: every route of the API, declared once, as data. A route that is not here does not exist.
import { agreementPaperRoutes } from '#agreements/paper-routes.ts';
import { agreementRoutes } from '#agreements/routes.ts';
import { publicRoutes } from '#api/public-routes.ts';
import { redirectionRoutes } from '#attention/redirection-routes.ts';
import { attentionRoutes } from '#attention/routes.ts';
import { answeringRoutes } from '#clients/answering-routes.ts';
import { clientRoutes } from '#clients/routes.ts';
import { deliveryRoutes } from '#deliveries/routes.ts';
import { callRoutes } from '#desk/calls-routes.ts';
import { deskRoutes } from '#desk/routes.ts';
import { erasureRoutes } from '#erasures/routes.ts';
import { exportRoutes } from '#exports/routes.ts';
import { fileRoutes } from '#jobs/routes.ts';
import { amendmentRoutes } from '#messages/amendment-routes.ts';
import { messageRoutes } from '#messages/routes.ts';
import { auditRoutes } from '#privacy/audit-routes.ts';
import { privacyRoutes } from '#privacy/routes.ts';
import { requestRoutes } from '#requests/routes.ts';
import { searchRoutes } from '#requests/search-routes.ts';
import type { Route } from '#shared/route.ts';
import { staffRoutes } from '#staff/routes.ts';
import { userRoutes } from '#users/routes.ts';

export const routeTable: readonly Route[] = [
  ...Object.values(clientRoutes),
  ...Object.values(answeringRoutes),
  ...Object.values(staffRoutes),
  ...Object.values(deskRoutes),
  ...Object.values(callRoutes),
  ...Object.values(messageRoutes),
  ...Object.values(amendmentRoutes),
  ...Object.values(redirectionRoutes),
  ...Object.values(attentionRoutes),
  ...Object.values(deliveryRoutes),
  ...Object.values(userRoutes),
  ...Object.values(agreementRoutes),
  ...Object.values(agreementPaperRoutes),
  ...Object.values(privacyRoutes),
  ...Object.values(auditRoutes),
  ...Object.values(fileRoutes),
  ...Object.values(exportRoutes),
  ...Object.values(erasureRoutes),
  ...Object.values(requestRoutes),
  ...Object.values(searchRoutes),
  ...Object.values(publicRoutes),
];
