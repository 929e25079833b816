// The words of each room, in each language, as they are loaded: a file each, and only of those rooms that are gone to.
import type { Language, RoomWords } from '#web/words/words-shape.ts';

type Loaders = { readonly [Room in keyof RoomWords]: Record<Language, () => Promise<RoomWords[Room]>> };

export const roomWords: Loaders = {
  attention: {
    sv: async () => (await import('#web/words/sv/attention.ts')).attention,
    en: async () => (await import('#web/words/en/attention.ts')).attention,
  },
  callAfter: {
    sv: async () => (await import('#web/words/sv/call-after.ts')).callAfter,
    en: async () => (await import('#web/words/en/call-after.ts')).callAfter,
  },
  client: {
    sv: async () => (await import('#web/words/sv/client.ts')).client,
    en: async () => (await import('#web/words/en/client.ts')).client,
  },
  desk: {
    sv: async () => (await import('#web/words/sv/desk.ts')).desk,
    en: async () => (await import('#web/words/en/desk.ts')).desk,
  },
  inbox: {
    sv: async () => (await import('#web/words/sv/inbox.ts')).inbox,
    en: async () => (await import('#web/words/en/inbox.ts')).inbox,
  },
  own: {
    sv: async () => (await import('#web/words/sv/own.ts')).own,
    en: async () => (await import('#web/words/en/own.ts')).own,
  },
  privacy: {
    sv: async () => (await import('#web/words/sv/privacy.ts')).privacy,
    en: async () => (await import('#web/words/en/privacy.ts')).privacy,
  },
  staff: {
    sv: async () => (await import('#web/words/sv/staff.ts')).staff,
    en: async () => (await import('#web/words/en/staff.ts')).staff,
  },
  users: {
    sv: async () => (await import('#web/words/sv/users.ts')).users,
    en: async () => (await import('#web/words/en/users.ts')).users,
  },
};
