// Plans for the general inbox: for nobody in particular, and for whoever cannot be reached.
import { describe, expect, test } from 'vitest';
import { planDeliveries } from '#deliveries/plan-deliveries.ts';
import { AMERICAN, anAddressee, aRequest, MOBILE } from '#test/support/builders/plans.ts';

const inbox = ['info@nordvik.example', '+46701740606'];

describe('the general inbox', () => {
  test('gets one of each, however often an address stands in it', () => {
    const generalInbox = { emails: [...inbox.slice(0, 1), 'info@nordvik.example'], phones: [MOBILE, MOBILE] };
    const request = aRequest({
      generalInbox: { ...generalInbox, language: 'sv' },
      toGeneralInbox: true,
      addressees: [],
    });

    expect(planDeliveries(request).deliveries.map(({ address }) => address)).toEqual(['info@nordvik.example', MOBILE]);
  });

  test('gets what is for nobody in particular, in its own language, without a name', () => {
    const { deliveries, unreachable } = planDeliveries(aRequest({ addressees: [], toGeneralInbox: true }));

    expect(unreachable).toEqual([]);
    expect(deliveries).toEqual(
      inbox.map((address, n) => ({
        staffId: undefined,
        addressOf: 'client',
        step: 0,
        channel: n === 0 ? 'email' : 'sms',
        address,
        name: undefined,
        language: 'en',
        content: 'full',
        notBeforeMs: undefined,
      })),
    );
  });

  test('gets what is for somebody who cannot be reached, with the name', () => {
    const [delivery] = planDeliveries(aRequest({ addressees: [anAddressee({ active: false })] })).deliveries;

    expect(delivery).toMatchObject({ staffId: 'stf_1', addressOf: 'client', name: 'Anna-Karin Sjölund' });
  });

  test('that is not there leaves each named who cannot be reached, and nobody as undefined', () => {
    const mute = anAddressee({ staffId: 'stf_2', emails: [], phones: [] });
    const request = { generalInbox: null, toGeneralInbox: true, addressees: [anAddressee(), mute] };

    expect(planDeliveries(aRequest(request)).unreachable).toEqual([undefined, 'stf_2']);
  });

  test('with nothing but numbers of closed countries is as good as none', () => {
    const generalInbox = { emails: [], phones: [AMERICAN], language: 'sv' as const };

    expect(planDeliveries(aRequest({ generalInbox, toGeneralInbox: true, addressees: [] }))).toEqual({
      deliveries: [],
      unreachable: [undefined],
      missing: [],
    });
  });
});
