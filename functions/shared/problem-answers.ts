// The middleware that turns every error into problem+json: the expected ones by their code, all others into 500 without a word.
import type { MiddlewareObj } from '@middy/core';
import { type HttpAnswer, type HttpEvent, jsonAnswer } from '#shared/http-event.ts';
import { log } from '#shared/log.ts';
import { Problem, problemBody } from '#shared/problems.ts';

const problemJson = { 'content-type': 'application/problem+json' };

export const problemAnswers = (): MiddlewareObj<HttpEvent, HttpAnswer> => ({
  onError: (request) => {
    const { error, event } = request;
    const body = error instanceof Problem ? problemBody(error.code, error.details) : problemBody('internal');
    if (!(error instanceof Problem))
      log.error('request-failed', error, { route: event.routeKey, requestId: event.requestContext.requestId });
    request.response = jsonAnswer(body.status, body, problemJson);
  },
});
