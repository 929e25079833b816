// What a response headers policy of CloudFront adds, by name.
import type { Resource } from '#local/resources.ts';

interface SecurityHeaders {
  ContentSecurityPolicy?: { ContentSecurityPolicy: string };
  ContentTypeOptions?: object;
  FrameOptions?: { FrameOption: string };
  ReferrerPolicy?: { ReferrerPolicy: string };
  StrictTransportSecurity?: { AccessControlMaxAgeSec: number; IncludeSubdomains?: boolean; Preload?: boolean };
}

interface PolicyConfig {
  Name: string;
  Comment?: string;
  SecurityHeadersConfig?: SecurityHeaders;
  CustomHeadersConfig?: { Items: { Header: string; Value: string }[] };
}

const strictTransport = ({
  AccessControlMaxAgeSec,
  IncludeSubdomains,
  Preload,
}: NonNullable<SecurityHeaders['StrictTransportSecurity']>) =>
  [`max-age=${AccessControlMaxAgeSec}`, IncludeSubdomains && 'includeSubDomains', Preload && 'preload']
    .filter(Boolean)
    .join('; ');

/** @throws Error where the policy says more than is known here. */
export function headersOf({ logicalId, properties }: Resource): Record<string, string> {
  const {
    Name,
    Comment,
    SecurityHeadersConfig = {},
    CustomHeadersConfig,
    ...more
  } = properties.ResponseHeadersPolicyConfig as PolicyConfig;
  const {
    ContentSecurityPolicy: policy,
    ContentTypeOptions: type,
    FrameOptions: frame,
    ReferrerPolicy: referrer,
    StrictTransportSecurity: transport,
    ...unknown
  } = SecurityHeadersConfig;
  const others = Object.keys({ ...more, ...unknown });
  if (others.length > 0) throw new Error(`${logicalId}: the runner does not know ${others.join(', ')}`);
  return {
    ...(policy && { 'content-security-policy': policy.ContentSecurityPolicy }),
    ...(type && { 'x-content-type-options': 'nosniff' }),
    ...(frame && { 'x-frame-options': frame.FrameOption }),
    ...(referrer && { 'referrer-policy': referrer.ReferrerPolicy }),
    ...(transport && { 'strict-transport-security': strictTransport(transport) }),
    ...Object.fromEntries((CustomHeadersConfig?.Items ?? []).map(({ Header, Value }) => [Header.toLowerCase(), Value])),
  };
}
