// What a stage says that has certificates, and so a domain of its own.
export const ownDomain = {
  certificateArn: 'arn:aws:acm:us-east-1:123456789012:certificate/0a1b2c3d-0000-4000-8000-0123456789ab',
  api: {
    domain: 'api.answeronline.example',
    certificateArn: 'arn:aws:acm:eu-north-1:123456789012:certificate/0a1b2c3d-0000-4000-8000-0123456789ab',
  },
};
