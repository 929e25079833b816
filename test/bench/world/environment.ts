// The environment that functions are given in the bench: of all of them together, as each reads only its own.
import type { Tables } from './tables.ts';

export const functionEnvironment = (tables: Omit<Tables, 'drop'>): Readonly<Record<string, string>> => ({
  RECORDS_TABLE: tables.records,
  MESSAGE_KEYS_TABLE: tables.messageKeys,
  REGISTER_KEYS_TABLE: tables.registerKeys,
  STAGE: 'bench',
  RETENTION_MONTHS: '6',
  SMS_COUNTRIES: 'SE NO DK FI',
  SMS_CAP_PER_CLIENT_AND_DAY: '1000000',
  SMS_SENDER_ID: 'Svar',
  SMS_QUEUE_URL: 'http://127.0.0.1:9/000000000000/sms-orders',
  EMAIL_QUEUE_URL: 'http://127.0.0.1:9/000000000000/email-orders',
  RECEIPTS_QUEUE_URL: 'http://127.0.0.1:9/000000000000/receipts',
  SENDER_ADDRESS: 'svar@answeronline.example',
  CONFIGURATION_SET: 'bench',
  PORTAL_URL: 'http://localhost:4010',
  ORDERS_TOPIC_ARN: 'arn:aws:sns:eu-north-1:000000000000:orders',
  EVENTS_TOPIC_ARN: 'arn:aws:sns:eu-north-1:000000000000:events',
  SEALING_KEY_ID: 'bench',
  USER_POOL_ID: 'eu-north-1_bench',
  MACHINE_CLIENT_IDS: 'place1 place2 place3',
});
