// Stages: what is refused, and that the refusal says what to fill in.
import { describe, expect, test } from 'vitest';
import { checkedStage, euRegions, loginPrefixOf } from '#lib/stage.ts';
import { defaultStage, stageNamed, stageNames } from '#lib/stages.ts';

const valid = stageNamed('prod');

describe('the stages as shipped', () => {
  test.each(stageNames)('%s is complete', (name) => {
    expect(stageNamed(name).name).toBe(name);
  });

  test('the stage without any flag is one for trying out, the other keeps its data', () => {
    expect(stageNamed(defaultStage).keepData).toBe(false);
    expect(stageNamed('prod').keepData).toBe(true);
  });
});

describe('an unknown stage', () => {
  test.each(['production', '', 'constructor'])('"%s" is refused with the names of those there are', (name) => {
    expect(() => stageNamed(name)).toThrow(`There is no stage "${name}" in lib/stages.ts; there are: dev, prod`);
  });
});

describe('a setting that is wrong', () => {
  test.each([
    ['region', 'us-east-1', 'inside the EU'],
    ['region', 'eu-west-2', 'inside the EU'],
    ['region', 'eu-central-2', 'inside the EU'],
    ['domain', 'https://svar.answeronline.example', 'the domain of the portal'],
    ['domain', 'svar.dawson.example', 'begin with "svar-dawson-example".* set loginPrefix'],
    ['domain', 'svar.en-telefonpassning-med-ett-mycket-langt-namn.answeronline.example', 'set loginPrefix'],
    ['loginPrefix', 'svar.answeronline', '1 to 63'],
    ['loginPrefix', 'my-cognito', 'without "aws"'],
    ['senderAddress', 'svar', 'the address that e-mail is sent from'],
    ['smsSenderId', '', '1 to 11 ASCII letters'],
    ['smsSenderId', 'Telefonsvarare', '1 to 11 ASCII letters'],
    ['smsSenderId', '0701740605', 'at least one a letter'],
    ['smsSenderId', 'Växeln', 'no å, ä, ö'],
    ['smsCountries', [], 'at least one'],
    ['smsCountries', ['Sverige'], 'two capital letters'],
    ['smsCountries', ['SE', 'SE'], 'each country once'],
    ['smsCapPerClientAndDay', 0, 'at least 1'],
    ['smsSpendAlarmUsd', undefined, 'such as 800 of a spend limit of 1000'],
    ['smsSpendAlarmUsd', 0, 'below the spend limit of SNS'],
    ['canary', {}, 'a mailbox, a number or both'],
    ['canary', { mailbox: 'kanarie' }, 'a mailbox of the service itself'],
    ['canary', { number: '070-174 06 99' }, 'a mobile number of the service itself'],
    ['canary', { number: '+46701740699', smsEveryMinutes: 1 }, 'at least 5 minutes'],
    ['alarmEmail', '', 'the address that alarms go to'],
    ['retentionMonths', 7, 'at most 6 months'],
    ['retentionMonths', 0, 'at least 1'],
    ['recordsTableAfterRestore', 'å', 'the name of the restored table'],
    ['machineClientPlaces', 50, 'at most 49'],
    ['machineClientPlaces', 0, 'at least 1'],
    ['keepData', undefined, 'true for anything real'],
  ])('%s: %j is refused with what to fill in', (setting, value, words) => {
    const refusal = () => checkedStage({ ...valid, [setting]: value });

    expect(refusal).toThrow('Stage "prod" in lib/stages.ts is not complete');
    expect(refusal).toThrow(new RegExp(`  ${setting}.*: .*${words}`));
  });

  test('a domain that the sign-in cannot be made of is taken with a prefix beside it', () => {
    const stage = checkedStage({ ...valid, domain: 'svar.dawson.example', loginPrefix: 'svar-dason' });

    expect(loginPrefixOf(stage)).toBe('svar-dason');
    expect(loginPrefixOf(valid)).toBe('answeronline-example');
  });

  test('all that is wrong is told at once', () => {
    expect(() => checkedStage({ ...valid, region: '', alarmEmail: '' })).toThrow(/region: [\s\S]*alarmEmail: /);
  });

  test('a setting that is not known is refused', () => {
    expect(() => checkedStage({ ...valid, regoin: 'eu-north-1' })).toThrow('regoin');
  });
});

test('what is at the edge is accepted', () => {
  for (const region of euRegions) expect(checkedStage({ ...valid, region }).region).toBe(region);
  expect(checkedStage({ ...valid, machineClientPlaces: 49, smsSenderId: 'Svar 24 7ab' }).smsSenderId).toHaveLength(11);
});
