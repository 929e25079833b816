// The stages as data: everything that differs between one deployment and another. Copy `prod` and fill in your own.
import { checkedStage, type Stage } from '#lib/stage.ts';

const stages: Record<string, Stage> = {
  /** For trying out: no account and no flags are needed to synthesize it, and nothing in it is kept. */
  dev: {
    name: 'dev',
    region: 'eu-north-1',
    domain: 'dev.answeronline.example',
    serviceName: 'AnswerOnline',
    localPortal: 'http://localhost:4010',
    senderAddress: 'svar@answeronline.example',
    smsSenderId: 'AnswerTest',
    smsCountries: ['SE', 'NO', 'DK', 'FI'],
    smsCapPerClientAndDay: 500,
    // A new account may spend 1 USD.
    smsSpendAlarmUsd: 0.8,
    alarmEmail: 'engineers@answeronline.example',
    retentionMonths: 6,
    machineClientPlaces: 10,
    keepData: false,
  },
  prod: {
    name: 'prod',
    region: 'eu-north-1',
    domain: 'answeronline.example',
    serviceName: 'AnswerOnline',
    senderAddress: 'svar@answeronline.example',
    smsSenderId: 'AnswerOnl',
    smsCountries: ['SE', 'NO', 'DK', 'FI'],
    smsCapPerClientAndDay: 500,
    smsSpendAlarmUsd: 800,
    canary: { mailbox: 'kanarie@answeronline.example', number: '+46701740699' },
    alarmEmail: 'engineers@answeronline.example',
    retentionMonths: 6,
    machineClientPlaces: 10,
    keepData: true,
  },
};

export const defaultStage = 'dev';
export const stageNames = Object.keys(stages);

/** @throws Error that names the stages there are, or what is to be filled in. */
export function stageNamed(name: string): Stage {
  const stage = Object.hasOwn(stages, name) ? stages[name] : undefined;
  if (!stage) throw new Error(`There is no stage "${name}" in lib/stages.ts; there are: ${stageNames.join(', ')}`);
  return checkedStage(stage);
}
