// A correction between its form and the API.
import { expect, test } from 'vitest';
import { correctionOfBody, noCorrection } from '#web/desk/correction.ts';
import { correctionBody, correctionOf, faultsOf } from '#web/desk/correction-body.ts';

const nobody = {
  name: null,
  company: null,
  phone: null,
  phoneAsGiven: null,
  extension: null,
  secondPhone: null,
  secondPhoneAsGiven: null,
  email: null,
};

test('the form begins with what was said, numbers as people read them', () => {
  const caller = { ...nobody, name: 'Eva Ek', phone: '+46701740630', secondPhoneAsGiven: '174 06' };

  const form = correctionOf({ caller, matter: 'Kaklet.', callBack: true, sensitive: false, urgency: 'urgent' });

  expect(form).toEqual({
    ...noCorrection,
    name: 'Eva Ek',
    phone: '070-174 06 30',
    secondPhone: '174 06',
    matter: 'Kaklet.',
    callBack: true,
    urgent: true,
  });
});

test('what was emptied is taken out of the message', () => {
  const body = correctionBody({ ...noCorrection, name: ' Eva Eck ', company: ' ', matter: ' Kaklet på fredag. ' });

  expect(body).toEqual({
    caller: { name: 'Eva Eck' },
    matter: 'Kaklet på fredag.',
    callBack: false,
    sensitive: false,
    urgency: 'normal',
  });
});

test('what was refused is in the form again as it was sent', () => {
  const written = { ...noCorrection, name: 'Eva Eck', phone: '070-174 06 30', matter: 'Kaklet.', urgent: true };

  expect(correctionOfBody(correctionBody(written))).toEqual(written);
});

test.each([
  [{ matter: ' ' }, ['matter']],
  [{ callBack: true }, []],
  [{ matter: 'Kaklet.', email: 'eva@' }, ['email']],
  [{ matter: 'Kaklet.', email: 'eva@ek.example' }, []],
])('%o has these faults: %o', (given, faults) => {
  expect(faultsOf({ ...noCorrection, ...given })).toEqual(faults);
});
