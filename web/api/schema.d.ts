// The API's document as types, made by `npm run openapi`: never changed by hand.
export interface paths {
    "/v1/clients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List clients, newest first
         * @description People of the service see all; a client's users and machine clients those that they are bound to.
         *
         *     For: supervisor, operator, privacyOfficer, clientAdmin, staffMember, machine.
         */
        get: operations["listClients"];
        put?: never;
        /**
         * Set up a client
         * @description A telephone number belongs to one client only: 409 with a pointer to the number that is taken. Retention is the longest of the service unless given, and never longer.
         *
         *     For: supervisor.
         */
        post: operations["createClient"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/clients/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Find a client by the number that was called, or by text
         * @description By number: the one client that has it. By text: name, legal name, town and organisation number, exact hits first; case and accents do not matter; at most 20.
         *
         *     For: supervisor, operator, privacyOfficer, clientAdmin, staffMember, machine.
         */
        post: operations["searchClients"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/clients/{clientId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a client
         * @description Staff members and machine clients do not see `organisationNumber` and `contacts`; `generalInbox` holds addresses of recipients, and is for supervisors and client admins.
         *
         *     For: supervisor, operator, privacyOfficer, clientAdmin, staffMember, machine.
         */
        get: operations["readClient"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a client
         * @description A merge patch of one level: what is absent stays, null clears, lists and objects are replaced whole. Only a supervisor changes `status`, `endsAt` and `organisationNumber`, adds or removes numbers, or makes the retention longer; machine clients change neither `contacts` nor `generalInbox`, which they do not see. 403 with pointers. A retention holds for new messages; with `retentionAppliesTo: all` the sweeper brings old ones forward within a quarter of an hour, never back, and erases what is over by then: this cannot be undone. A paused client may have a day on which it ends (`endsAt`), with how it has said so in writing. An ended one is erased by itself after thirty days (`erasedAfter`); its admins are told a week before.
         *
         *     For: supervisor, clientAdmin, machine.
         */
        patch: operations["changeClient"];
        trace?: never;
    };
    "/v1/clients/{clientId}/answering": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read how a client's calls are answered
         * @description A client that has said nothing yet has the ETag "0", no opening hours (which is: always open) and no rules. Notices that have ended are not shown.
         *
         *     For: supervisor, operator, privacyOfficer, clientAdmin, machine.
         */
        get: operations["readAnswering"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change how a client's calls are answered
         * @description A merge patch of one level: what is absent stays, null clears, lists and objects are replaced whole. All times are those of Europe/Stockholm. A rule, a season or a special day that is sent with its `id` stays the same; without one it is new. Of two rules of one kind that hold the more specific wins: one of the called number (`line`), then the shorter range of dates, holidays and eves before weekdays, fewer days, fewer minutes, one for open or closed hours. Two that are equally specific and can hold at the same time are refused: 400 with a pointer to each. Machine clients do not change `callerNotice`.
         *
         *     For: supervisor, clientAdmin, machine.
         */
        patch: operations["changeAnswering"];
        trace?: never;
    };
    "/v1/clients/{clientId}/answering/days": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * When the client is open, day by day
         * @description At most 62 days, by the clocks of Stockholm: whether each is a holiday or an eve, when the client is open, and what says so. With `hours` those of a draft; nothing is written.
         *
         *     For: supervisor, operator, clientAdmin.
         */
        post: operations["previewAnsweringDays"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/clients/{clientId}/answering/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Write a notice to the operators
         * @description It ends by itself after 30 days, or at `until`. A client has at most 20. Nobody is told when it ends: whoever needs it for longer renews it.
         *
         *     For: supervisor, operator, clientAdmin, machine.
         */
        post: operations["createNotice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/clients/{clientId}/answering/notices/{noticeId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take a notice to the operators away
         * @description For: supervisor, operator, clientAdmin, machine.
         */
        delete: operations["deleteNotice"];
        options?: never;
        head?: never;
        /**
         * Change a notice to the operators, or renew it
         * @description `renew` lets it stand for 30 days from now. Without If-Match: the last word counts.
         *
         *     For: supervisor, operator, clientAdmin, machine.
         */
        patch: operations["changeNotice"];
        trace?: never;
    };
    "/v1/clients/{clientId}/staff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a client's staff, newest first
         * @description Supervisors, client admins, the person and machine clients with `directory.write` see everything. Operators see the numbers that callers may be told and those that calls may be put through to (`mayConnect`, unless `connect` is `no`), and the addresses that may be told; all others only what may be told. Of a protected person they see no number and no address. `delivery` and `contentMode` are absent for them. `absences` and what an absence says to operators are for those who look after absences.
         *
         *     For: supervisor, operator, privacyOfficer, clientAdmin, staffMember, machine.
         */
        get: operations["listStaff"];
        put?: never;
        /**
         * Add a staff member
         * @description For: supervisor, clientAdmin, machine.
         */
        post: operations["createStaffMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/clients/{clientId}/staff/{staffId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a staff member
         * @description Supervisors, client admins, the person and machine clients with `directory.write` see everything. Operators see the numbers that callers may be told and those that calls may be put through to (`mayConnect`, unless `connect` is `no`), and the addresses that may be told; all others only what may be told. Of a protected person they see no number and no address. `delivery` and `contentMode` are absent for them. `absences` and what an absence says to operators are for those who look after absences. People of the service say `why` they open a protected person; it is written down.
         *
         *     For: supervisor, operator, privacyOfficer, clientAdmin, staffMember, machine.
         */
        get: operations["readStaffMember"];
        put?: never;
        post?: never;
        /**
         * Erase a staff member
         * @description The keys are destroyed first, then the record; what backups hold of it is unreadable within 25 hours. Whatever names the person, such as plans, alternatives and messages that are on their way or come later, leads to `replacement` (in the register, active, somebody else) from then on, or to the general inbox where nobody is named; nothing has to be changed first. It may be repeated: the first call decides who stands in. Reading answers 410 afterwards.
         *
         *     For: supervisor, privacyOfficer, clientAdmin, machine.
         */
        delete: operations["eraseStaffMember"];
        options?: never;
        head?: never;
        /**
         * Change a staff member
         * @description A merge patch of one level: what is absent stays, null clears, lists and objects are replaced whole. A staff member changes own `phones`, `emails` and `absences` only. Absences and answer notes keep their `id` where it is given back; of answer notes that hold at the same time one has to be more specific. A contact that is taken away is taken out of `delivery` too.
         *
         *     For: supervisor, clientAdmin, staffMember, machine.
         */
        patch: operations["changeStaffMember"];
        trace?: never;
    };
    "/v1/clients/{clientId}/staff/{staffId}/erasure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See what names a staff member, before erasing them
         * @description Nothing of it stands in the way of an erasure: it will lead to the replacement, or the general inbox.
         *
         *     For: supervisor, privacyOfficer, clientAdmin, machine.
         */
        get: operations["previewStaffErasure"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/clients/{clientId}/staff/{staffId}/absence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Say that somebody is away, and until when
         * @description Without If-Match: an operator sets it while the caller waits, and the last word counts. From now on unless `from` says otherwise; `until` lies in the future. An absence that was under way ends where this one begins. Planned and recurring ones are set with the staff member. Staff members set their own, and those of colleagues where their membership says `setsAbsences`. Never a reason or a word that tells of illness or family leave: that is `away`.
         *
         *     For: supervisor, operator, clientAdmin, staffMember, machine.
         */
        put: operations["setAbsence"];
        post?: never;
        /**
         * Say that somebody is back
         * @description Ends what holds now; of a recurring absence this occurrence alone. What is planned stays.
         *
         *     For: supervisor, operator, clientAdmin, staffMember, machine.
         */
        delete: operations["endAbsence"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/clients/{clientId}/desk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All that an operator needs before saying the first word
         * @description How to answer now, by the number that was called (`line`, as the search for clients answers it) and in its language; whether the client is open; what to do and what to ask for; what to tell a caller who asks for nobody by name; whom to ask where nobody is in; notices; today's messages, newest first, at most 20, without the matter of sensitive ones; and what to say to a caller who asks why the data is kept. Each thing names the rule that won (`why`): `of` is the client or the person, `version` that of the client's answering, or of the client itself for the phrase of a number and for what is said by default. `references` and `answer.reference` go with the message that is taken, in `answered`.
         *
         *     For: supervisor, operator, clientAdmin, machine.
         */
        get: operations["readDesk"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/clients/{clientId}/caller-notice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A page for callers: why their data is kept, for how long, and what they may ask for
         * @description In Swedish and English, for anybody. The words are those of the client (`callerNotice` of its answering), else of the service. 404 for a client that has ended, or is not there.
         */
        get: operations["readCallerNotice"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/clients/{clientId}/staff/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Find people by what a caller says
         * @description By name, other names, title, department, keywords, answer note or digits of a telephone number; every word of the text must be found, but for small ones between them (`på`, `i`, `from`). The beginning of a word is enough, case and accents do not matter (with å, ä and ö as they are written first), and from four letters on one typing error is forgiven. Names come before titles and departments, these before keywords, and answer notes last. Numbers and addresses are those that the reader may see, as where a staff member is read. Who is not active is not found.
         *
         *     For: supervisor, operator, privacyOfficer, clientAdmin, staffMember, machine.
         */
        post: operations["searchStaff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/clients/{clientId}/calls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many calls became no message, by day and called number
         * @description Oldest first; days by the clocks of Stockholm, at most 92 of them. What is older than 25 months is gone.
         *
         *     For: supervisor, operator, clientAdmin, machine.
         */
        get: operations["listCalls"];
        put?: never;
        /**
         * Count a call that became no message
         * @description By day and called number, and nothing about who called. A `line` that is not of this client (any more) is left out.
         *
         *     For: supervisor, operator, machine.
         */
        post: operations["countCall"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/clients/{clientId}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a client's messages, newest first
         * @description A page filtered by state or urgency may hold fewer than `limit` and still have a `nextCursor`. Staff members see their own. For people of the service it ends at 30 days, unless they say `why` they look at older ones: those that are shown are written down. With a `from` or `to` that is older they have to say it.
         *
         *     For: supervisor, operator, privacyOfficer, clientAdmin, staffMember, machine.
         */
        get: operations["listMessages"];
        put?: never;
        /**
         * Take a message and send it to its recipients
         * @description Answers with the message and its planned deliveries, before they are sent. Nothing about the caller is required.
         *
         *     For: supervisor, operator, clientAdmin, machine.
         */
        post: operations["takeMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/clients/{clientId}/staff/{staffId}/test-message": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a test to a staff member, by the first step of their plan
         * @description Fixed words in their language; the subject says that it is a test. It goes as a message would, quiet hours and all, but to no further step, and asks nobody for attention. Its SMS count as others do. A client has 100 tests a day. Gone after a day. Staff members may send one to themselves.
         *
         *     For: supervisor, clientAdmin, staffMember.
         */
        post: operations["sendTestMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/clients/{clientId}/messages/{messageId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a message with every attempt to deliver it
         * @description People of the service say `why` they open a message that is older than 30 days; it is written down.
         *
         *     For: supervisor, operator, privacyOfficer, clientAdmin, staffMember, machine.
         */
        get: operations["getMessage"];
        put?: never;
        post?: never;
        /**
         * Erase a message before its time, for ever
         * @description For: supervisor, privacyOfficer, clientAdmin, machine.
         */
        delete: operations["deleteMessage"];
        options?: never;
        head?: never;
        /**
         * Mark a message as read or handled, or note something on it
         * @description For: supervisor, operator, clientAdmin, staffMember, machine.
         */
        patch: operations["changeMessage"];
        trace?: never;
    };
    "/v1/clients/{clientId}/messages/{messageId}/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Correct a message, and send it again to whoever may have the old text
         * @description The body is the whole of what was said, mended. The old text is gone, under a new key. What waits goes out with the new text; whoever may have the old one gets it again, marked as a correction.
         *
         *     For: supervisor, operator, machine.
         */
        post: operations["correctMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/clients/{clientId}/messages/{messageId}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a message again, or forward it
         * @description To a staff member of the client, who reads it from then on, or to the general inbox; by addresses of the client's own register only. Staff members forward their own messages; they name addresses only of their own.
         *
         *     For: supervisor, operator, clientAdmin, staffMember.
         */
        post: operations["forwardMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/clients/{clientId}/messages/{messageId}/misdirected": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a message back from a wrong recipient, and send it to the right one
         * @description What is not yet sent to the wrong one is cancelled, and the message leaves that inbox. A task asks a supervisor whether it was a personal data incident.
         *
         *     For: supervisor, operator, clientAdmin.
         */
        post: operations["redirectMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/attention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what a person has to look at, newest first
         * @description Of all clients, by when the first delivery was made, with what was tried as it stands now. A task goes with its message. Supervisors also see what is not about a message: a request or an agreement that somebody has to look at. A page may hold fewer than `limit` and still have a `nextCursor`.
         *
         *     For: supervisor, operator.
         */
        get: operations["listAttention"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/attention/{taskId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Claim a task or release it, mark it as done with a note, or open it again
         * @description Who was first, and when, stands on it. What somebody else has claimed is left to them, except by supervisors. A note is sealed, and goes with the message; a task without a message takes none.
         *
         *     For: supervisor, operator.
         */
        patch: operations["changeTask"];
        trace?: never;
    };
    "/v1/clients/{clientId}/suppressions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a client's addresses that are sent nothing more
         * @description An address that does not exist, or whose holder has complained or opted out, is sent nothing more of this client, until that is lifted: deliveries to it end as `failed` with the code `AddressSuppressed`. Other clients never notice. Operators see whose it is, not the address. `limit` counts people: a page may hold a few more entries than it, or fewer.
         *
         *     For: supervisor, operator, clientAdmin.
         */
        get: operations["listSuppressions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/clients/{clientId}/suppressions/{suppressionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Send to an address again
         * @description If it bounces once more it is suppressed once more. What has failed meanwhile is not sent again.
         *
         *     For: supervisor, clientAdmin.
         */
        delete: operations["liftSuppression"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who I am
         * @description For people: the door, the role, and the clients that the caller is a user of. What is withdrawn is gone from the next request on.
         *
         *     For: supervisor, operator, privacyOfficer, clientAdmin, staffMember.
         */
        get: operations["readMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/clients/{clientId}/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the users of a client, newest account first
         * @description For: supervisor, clientAdmin.
         */
        get: operations["listUsers"];
        put?: never;
        /**
         * Invite a user of a client
         * @description The person gets a mail with a temporary password, unless the address has an account already. Posting again after a failure goes on where it ended. A person may belong to several clients: each sees the name that it has given.
         *
         *     For: supervisor, clientAdmin.
         */
        post: operations["inviteUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/clients/{clientId}/users/{userId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Withdraw a user from a client
         * @description Refused at the next request; the account is erased with the last membership. A withdrawal that failed half-way is finished by the same request; a finished one answers 404.
         *
         *     For: supervisor, clientAdmin.
         */
        delete: operations["withdrawUser"];
        options?: never;
        head?: never;
        /**
         * Change the role of a user
         * @description Replaces role, staffId, setsAbsences and maySign together; it holds from the next request on. `maySign` is given by a supervisor, or by an admin who may sign: 403 with a pointer.
         *
         *     For: supervisor, clientAdmin.
         */
        patch: operations["changeUser"];
        trace?: never;
    };
    "/v1/operators": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the people of the service, newest account first
         * @description For: supervisor.
         */
        get: operations["listOperators"];
        put?: never;
        /**
         * Invite an operator, a supervisor or a privacy officer
         * @description The person gets a mail with a temporary password, unless the address has an account already. Posting again after a failure goes on where it ended. A user of a client cannot be a person of the service too.
         *
         *     For: supervisor.
         */
        post: operations["inviteOperator"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operators/{userId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Withdraw a person of the service
         * @description Refused at the next request; the account is erased with the last membership. A withdrawal that failed half-way is finished by the same request; a finished one answers 404. The last supervisor stays: 409.
         *
         *     For: supervisor.
         */
        delete: operations["withdrawOperator"];
        options?: never;
        head?: never;
        /**
         * Change the role of a person of the service
         * @description The last supervisor stays one: 409.
         *
         *     For: supervisor.
         */
        patch: operations["changeOperator"];
        trace?: never;
    };
    "/v1/machine-clients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List machine clients, newest first
         * @description For: supervisor.
         */
        get: operations["listMachineClients"];
        put?: never;
        /**
         * Make a machine client
         * @description Answers with `clientSecret`, once: it is not kept. A replay with the same Idempotency-Key answers without it. If the first request died before it had made the secret, `state` says `preparing`, and a replay a minute later makes and tells it.
         *
         *     For: supervisor.
         */
        post: operations["createMachineClient"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/machine-clients/{machineId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete a machine client
         * @description Refused at the next request; then its secret is replaced by one that nobody knows, and its place is free. A deletion that failed half-way is finished by the same request a minute later (until then 503); a finished one answers 404.
         *
         *     For: supervisor.
         */
        delete: operations["deleteMachineClient"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/agreements/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the agreement as it would be signed today, with blanks for a client
         * @description A template, to be reviewed by counsel; it says so itself. In Swedish unless `language=en`.
         *
         *     For: supervisor, privacyOfficer, clientAdmin.
         */
        get: operations["readCurrentAgreement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/agreements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List how each client stands, newest client first
         * @description For: supervisor, privacyOfficer.
         */
        get: operations["listStandings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/clients/{clientId}/agreements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a client's agreements, newest first, and the one that would be signed now
         * @description The draft is filled in from the settings of the client and the details of the service as they are at this moment; null for a client that is erased.
         *
         *     For: supervisor, privacyOfficer, clientAdmin.
         */
        get: operations["listAgreements"];
        put?: never;
        /**
         * Sign the agreement
         * @description By a client admin with the right to sign. `documentHash` is that of the text that was read: 409 where it is another by now. It is countersigned at once. An electronic form in the sense of article 28(9) of the GDPR. Before the first one, nothing of the client is stored: no staff, no messages.
         *
         *     For: clientAdmin.
         */
        post: operations["signAgreement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/clients/{clientId}/agreements/{agreementId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an agreement with everything that proves it
         * @description The text that was signed, who signed it, when, how and from which network address, and the seal of the service over all of it. Kept ten years after its end, also when the client is erased.
         *
         *     For: supervisor, privacyOfficer, clientAdmin.
         */
        get: operations["readAgreement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/clients/{clientId}/agreements/{agreementId}/objections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Object to what is announced of a sub-processor
         * @description A supervisor gets a task, and a person decides. Nothing stops by itself. Each is kept beside those before it, thirty of an agreement (then 409 `wrong-state`); the last words once more, by the same person, are kept once.
         *
         *     For: clientAdmin.
         */
        post: operations["objectToSubProcessor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/service-details": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read who the service is
         * @description For: supervisor, privacyOfficer, clientAdmin.
         */
        get: operations["readServiceDetails"];
        /**
         * Say who the service is
         * @description Stands in every agreement that is signed from now on. If-Match is `"0"` the first time.
         *
         *     For: supervisor, privacyOfficer.
         */
        put: operations["changeServiceDetails"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sub-processors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List who works for the service, and what is announced
         * @description For: supervisor, privacyOfficer, clientAdmin.
         */
        get: operations["listSubProcessors"];
        put?: never;
        /**
         * Announce a new sub-processor
         * @description Every client with an agreement gets a letter within a day and may object; it holds from `holdsFrom`, 31 days from today at the earliest, which is so unless given. Before the first client's agreement it holds at once.
         *
         *     For: privacyOfficer.
         */
        post: operations["addSubProcessor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sub-processors/{subProcessorId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Announce a change of a sub-processor, or its end
         * @description As for a new one; what was announced and does not hold yet is replaced. `contact` alone holds at once, and tells nobody.
         *
         *     For: privacyOfficer.
         */
        patch: operations["changeSubProcessor"];
        trace?: never;
    };
    "/v1/clients/{clientId}/agreements/{agreementId}/document": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an agreement as a PDF, with a page of what proves it
         * @description The text that was signed, in its language, and after it who signed it, when and how, its hash and the seal of the service. Tagged for those who hear it (PDF/UA).
         *
         *     For: supervisor, privacyOfficer, clientAdmin.
         */
        get: operations["readAgreementDocument"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/clients/{clientId}/certificates/{certificateId}/document": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the certificate of an erasure as a PDF
         * @description In Swedish unless `language=en`. What is signed stands in it to the letter. Tagged (PDF/UA).
         *
         *     For: privacyOfficer, clientAdmin.
         */
        get: operations["readCertificateDocument"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/erasure-log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the days of the erasure log, newest first
         * @description Each day that has ended is closed: a Merkle root (RFC 9162) over a leaf of the service and one of each client with erasures, in a head that names the hash of the day before, signed. Privacy officers see all leaves; client admins those of their own clients, each with its path to the root. `npm run verify-log` checks saved answers offline. It goes two years back.
         *
         *     For: privacyOfficer, clientAdmin.
         */
        get: operations["listErasureLog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/clients/{clientId}/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List who has done what at the client, newest first
         * @description Each change, and each time that an old message or a protected person was shown to anybody else: who, when, with which record, and why where a reason is asked for. Taking a message is none: the message is its own record. Kept for 24 months, also after the client has been erased. With `service` for the client what belongs to none; for people of the service. `leaf` is the text over which the day of the row is closed: see `GET /v1/audit-log`.
         *
         *     For: supervisor, privacyOfficer, clientAdmin.
         */
        get: operations["listAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit-log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the days of the audit log, newest first
         * @description Each day that has ended is closed: a Merkle root (RFC 9162) over one leaf of each client with rows that day, in a head that names the hash of the day before, signed. The root in a leaf is that over the `leaf` texts of the rows, by id. Privacy officers see all leaves; client admins those of their own clients, each with its path to the root. `npm run verify-log` checks saved answers offline, and rows against them. It goes two years back.
         *
         *     For: privacyOfficer, clientAdmin.
         */
        get: operations["listAuditLog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/clients/{clientId}/files/{fileId}/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get the link to a file, and the key that opens it
         * @description The file lies sealed in a private bucket: the link leads to it for fifteen minutes, and opens nothing without the key. The portal opens it by itself; anywhere else `npm run open-file -- FILE KEY` does. A file is gone after seven days at most, and at once when something of the client is erased on request: then this is 404. A report is for the client’s admins when it has been released. With `service` for the client the file is about our own records.
         *
         *     For: privacyOfficer, clientAdmin.
         */
        post: operations["linkFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/clients/{clientId}/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a client's exports of the last 30 days, newest first
         * @description For: privacyOfficer, clientAdmin.
         */
        get: operations["listExports"];
        put?: never;
        /**
         * Take a client's register and messages out, as JSON, CSV and vCards in one ZIP
         * @description Made by a job: read it until there is a `file`, then ask for its link. Protected people are left out unless they are named; messages whose time ends sooner than a day after the file’s are left out, and counted in `manifest.json`. One export of a client at a time: 409 while one is being made.
         *
         *     For: privacyOfficer, clientAdmin.
         */
        post: operations["createExport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/clients/{clientId}/exports/{exportId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an export: how far it is, and its file when it is there
         * @description For: privacyOfficer, clientAdmin.
         */
        get: operations["readExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/clients/{clientId}/erasures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a client's erasures, newest first
         * @description Kept for ten years after they were done, also of a client that is gone.
         *
         *     For: privacyOfficer, clientAdmin.
         */
        get: operations["listErasures"];
        put?: never;
        /**
         * Ask for an erasure: of a person, a message, the register, or a client that has ended
         * @description Nothing is erased yet: what there is is counted (`counting`, then `asked`), with what is kept and until when, and what is out of reach. Somebody else confirms it. A person’s is for privacy officers: it needs the client’s instruction, and a decision about each finding of the search, which stands fast from then on: 409 erasure-under-way. One of a request at a time. A new instruction, `prepare` and `close` take it back until it is confirmed. Erasing the register takes the staff with their users, and how calls are answered; the client itself goes on, with its own contacts.
         *
         *     For: privacyOfficer, clientAdmin.
         */
        post: operations["askForErasure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/erasures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the erasures of all clients, also of those that are gone: open ones, or done ones, newest first
         * @description `open`: counted, waiting for somebody’s confirmation, running, or waiting for what only people can change; by when somebody asked. `done`: each with its `certificateId`; by when it was done.
         *
         *     For: privacyOfficer.
         */
        get: operations["listAllErasures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/clients/{clientId}/erasures/{erasureId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an erasure: what is to go, what stays, how far it is
         * @description For: privacyOfficer, clientAdmin.
         */
        get: operations["readErasure"];
        put?: never;
        post?: never;
        /**
         * Withdraw an erasure that nobody has confirmed
         * @description For: privacyOfficer, clientAdmin.
         */
        delete: operations["withdrawErasure"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/clients/{clientId}/erasures/{erasureId}/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm an erasure that somebody else has asked for
         * @description This cannot be undone. For a person the first of the two is whoever gave the client’s instruction, and a privacy officer confirms. A client is gone at once: every route answers 410 for it, and its numbers are free. Repeated it answers with how far it is.
         *
         *     For: privacyOfficer, clientAdmin.
         */
        post: operations["confirmErasure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/clients/{clientId}/erasures/{erasureId}/continuation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Go on with an erasure that waits for people, or stands still
         * @description What `byHand` names is to be changed by a person, or left with a reason. Then the person is looked for anew: what is still found is erased, or stands in `byHand` again; where nothing is, the erasure is done.
         *
         *     For: privacyOfficer.
         */
        post: operations["continueErasure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/clients/{clientId}/certificates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the certificates of erasures, newest first
         * @description For: privacyOfficer, clientAdmin.
         */
        get: operations["listCertificates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/clients/{clientId}/certificates/{certificateId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the certificate of an erasure, signed
         * @description Save it as it is: `npm run verify-certificate FILE` checks it offline. It holds nothing personal: ids, counts, times, what is kept and what is out of reach.
         *
         *     For: privacyOfficer, clientAdmin.
         */
        get: operations["readCertificate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/clients/{clientId}/subject-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a client's subject requests, newest first
         * @description Open and closed ones, until each is erased. Nothing of what is sealed: each is read by itself.
         *
         *     For: privacyOfficer, clientAdmin.
         */
        get: operations["listSubjectRequests"];
        put?: never;
        /**
         * Log what a person asks for: access, rectification, erasure, restriction, portability, objection
         * @description The client is the controller: it is told within one working day and says what is to be done. With `service` for the client it is about our own records, and we are the controller. The clock runs from `receivedAt`: one calendar month in Stockholm, clamped to the month’s last day. What a client admin logs the client knows already: it is `forwarded` from the start. Operators log requests and see nothing more of them.
         *
         *     For: supervisor, operator, privacyOfficer, clientAdmin.
         */
        post: operations["createSubjectRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/subject-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the subject requests of all clients and of ourselves: open ones by deadline, closed ones newest first
         * @description For: privacyOfficer.
         */
        get: operations["listAllSubjectRequests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/clients/{clientId}/subject-requests/{requestId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a subject request, with what may be done next
         * @description For: privacyOfficer, clientAdmin.
         */
        get: operations["readSubjectRequest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Correct or complete a subject request
         * @description A merge patch of one level. What is asked for, and when it was received, can be corrected until it is instructed; who asks until it is released, and not while an erasure is asked for; a report that was made before goes with it; where something that was said of the person is said no more it is about another one, and the instruction, the identity and what was prepared are taken back; how long it is kept at any time. After closing only `notes` and `keepDays`.
         *
         *     For: privacyOfficer, clientAdmin.
         */
        patch: operations["changeSubjectRequest"];
        trace?: never;
    };
    "/v1/clients/{clientId}/subject-requests/{requestId}/steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a subject request a step further
         * @description Nothing is prepared, released or refused without `instruct`: 409 instruction-missing. Client admins identify, instruct, extend and close; the rest is the privacy officer’s. What a privacy officer writes down for a client in `instruct` says how the client gave it, and what it was. `prepare` starts the search for the person, of whom something has to be known to look for. `extend` once, at most two months, before the first deadline. Our own requests are not forwarded: we decide ourselves. A request for erasure is carried out when its erasure has a certificate: else 409 erasure-not-certified; of our own records when the person’s accounts are withdrawn. That nothing was found is offered after a search, and refused with 409 wrong-state where something was found, or somebody has to decide about it first. `instruct`, `prepare` and `close` take back an erasure that is asked for, and are refused once it is confirmed, until it is done: 409 erasure-under-way. Closing starts the time after which the request itself is erased.
         *
         *     For: privacyOfficer, clientAdmin.
         */
        post: operations["stepSubjectRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/clients/{clientId}/subject-requests/{requestId}/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what the search for a person has found, with what stands there now
         * @description For: privacyOfficer.
         */
        get: operations["listFindings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Decide which findings are about the person, and what in them is about others
         * @description Many at once: ninety by their ids, or all that answer to a description, a page at a time. 400 where `masked` would hide nothing; of those that a description fits such ones stay as they are. 409 wrong-state while a search runs, and after the report was released; 409 erasure-under-way once an erasure of what was found is asked for.
         *
         *     For: privacyOfficer.
         */
        patch: operations["decideFindings"];
        trace?: never;
    };
    "/v1/clients/{clientId}/subject-requests/{requestId}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read how far the search and the access report are, and which files there are
         * @description Client admins are shown the report once it has been released.
         *
         *     For: privacyOfficer, clientAdmin.
         */
        get: operations["readAccessReport"];
        put?: never;
        /**
         * Make the access report: a file for machines and a file for people
         * @description When each finding is decided, and each that may tell of other people has been looked at: else 409 wrong-state. It runs as a job. The files are sealed, and gone after seven days, or a day before the first message in them has its time over. Made again it takes the place of the one before.
         *
         *     For: privacyOfficer.
         */
        post: operations["makeAccessReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the API answers */
        get: operations["readHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This description, OpenAPI 3.1 */
        get: operations["readOpenApi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        ClientInput: {
            name: string;
            /** @default null */
            legalName: string | null;
            /** @default null */
            organisationNumber: string | null;
            /** @default null */
            town: string | null;
            /** @default [] */
            numbers: {
                number: string;
                line?: string;
                /** @default null */
                answerPhrase: string | null;
                /**
                 * @default sv
                 * @enum {string}
                 */
                language: "sv" | "en";
            }[];
            /** @default [] */
            contacts: {
                name: string;
                /** @default null */
                title: string | null;
                /** @default null */
                email: string | null;
                /** @default null */
                phone: string | null;
            }[];
            /** @default null */
            generalInbox: {
                /** @default [] */
                emails: string[];
                /** @default [] */
                phones: string[];
                /**
                 * @default sv
                 * @enum {string}
                 */
                language: "sv" | "en";
            } | null;
            /** @default null */
            retention: ({
                months: number;
            } | {
                days: number;
            }) | null;
            /**
             * @default full
             * @enum {string}
             */
            contentMode: "full" | "notice";
            /**
             * @default active
             * @enum {string}
             */
            status: "active" | "paused" | "ended";
        };
        Client: {
            id: string;
            name: string;
            legalName: string | null;
            organisationNumber?: string | null;
            town: string | null;
            numbers: {
                number: string;
                answerPhrase: string | null;
                /** @enum {string} */
                language: "sv" | "en";
                line: string;
            }[];
            contacts?: {
                name: string;
                title: string | null;
                email: string | null;
                phone: string | null;
            }[];
            generalInbox?: {
                emails: string[];
                phones: string[];
                /** @enum {string} */
                language: "sv" | "en";
            } | null;
            retention: {
                months: number;
            } | {
                days: number;
            };
            /** @enum {string} */
            contentMode: "full" | "notice";
            /** @enum {string} */
            status: "active" | "paused" | "ended";
            endsAt: string | null;
            endsBy: ("portal" | "email" | "letter") | null;
            endedAt: string | null;
            erasedAfter: string | null;
            agreedAt: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        ClientPatch: {
            name?: string;
            legalName?: string | null;
            organisationNumber?: string | null;
            town?: string | null;
            numbers?: {
                number: string;
                line?: string;
                /** @default null */
                answerPhrase: string | null;
                /**
                 * @default sv
                 * @enum {string}
                 */
                language: "sv" | "en";
            }[];
            contacts?: {
                name: string;
                /** @default null */
                title: string | null;
                /** @default null */
                email: string | null;
                /** @default null */
                phone: string | null;
            }[];
            generalInbox?: {
                /** @default [] */
                emails: string[];
                /** @default [] */
                phones: string[];
                /**
                 * @default sv
                 * @enum {string}
                 */
                language: "sv" | "en";
            } | null;
            retention?: ({
                months: number;
            } | {
                days: number;
            }) | null;
            /** @enum {string} */
            retentionAppliesTo?: "new" | "all";
            /** @enum {string} */
            contentMode?: "full" | "notice";
            /** @enum {string} */
            status?: "active" | "paused" | "ended";
            endsAt?: string | null;
            /** @enum {string} */
            endsBy?: "portal" | "email" | "letter";
        };
        StaffInput: {
            /**
             * @default person
             * @enum {string}
             */
            kind: "person" | "function";
            name: string;
            /** @default [] */
            alsoKnownAs: string[];
            /** @default null */
            pronunciation: string | null;
            /**
             * @default sv
             * @enum {string}
             */
            language: "sv" | "en";
            /** @default null */
            title: string | null;
            /** @default null */
            department: string | null;
            /** @default [] */
            phones: {
                /** @default null */
                label: string | null;
                number: string;
                /** @default false */
                mayTell: boolean;
                /** @default false */
                mayConnect: boolean;
            }[];
            /** @default [] */
            emails: {
                /** @default null */
                label: string | null;
                /** Format: email */
                address: string;
                /** @default false */
                mayTell: boolean;
            }[];
            /**
             * @default ask
             * @enum {string}
             */
            connect: "yes" | "ask" | "no";
            /** @default [] */
            keywords: string[];
            /** @default null */
            answerNote: string | null;
            /** @default [] */
            answerNotes: {
                id?: string;
                /** @default null */
                name: string | null;
                when: {
                    from?: string;
                    until?: string;
                    days?: ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun" | "holiday" | "eve")[];
                    times?: {
                        from: string;
                        until: string;
                    };
                    /** @enum {string} */
                    while?: "open" | "closed";
                };
                text: string;
            }[];
            /** @default [] */
            absences: {
                id?: string;
                /** @enum {string} */
                reason: "goneForTheDay" | "lunch" | "meeting" | "busy" | "travelling" | "course" | "holiday" | "off" | "away" | "other";
                /** @default null */
                note: string | null;
                /** @default null */
                operatorNote: string | null;
                /**
                 * @default closed
                 * @enum {string}
                 */
                calls: "open" | "closed";
                /** @default [] */
                colleagues: string[];
                from?: string | null;
                until?: string | null;
                /** @default null */
                recurring: {
                    from?: string;
                    until?: string;
                    days?: ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun" | "holiday" | "eve")[];
                    times?: {
                        from: string;
                        until: string;
                    };
                    /** @enum {string} */
                    while?: "open" | "closed";
                } | null;
            }[];
            /**
             * @default {
             *       "normal": [],
             *       "urgent": [],
             *       "quietHours": null
             *     }
             */
            delivery: {
                /** @default [] */
                normal: {
                    channels: ("email" | "sms")[];
                    contacts?: string[];
                    /** @default 10 */
                    waitMinutes: number;
                    to?: "self" | "generalInbox" | {
                        staffId: string;
                    };
                }[];
                /** @default [] */
                urgent: {
                    channels: ("email" | "sms")[];
                    contacts?: string[];
                    /** @default 10 */
                    waitMinutes: number;
                    to?: "self" | "generalInbox" | {
                        staffId: string;
                    };
                }[];
                /** @default null */
                quietHours: {
                    from: string;
                    until: string;
                } | null;
            };
            /** @default null */
            contentMode: ("full" | "notice") | null;
            /** @default false */
            protected: boolean;
            /** @default true */
            active: boolean;
        };
        StaffMember: {
            id: string;
            clientId: string;
            /** @enum {string} */
            kind: "person" | "function";
            name: string;
            alsoKnownAs: string[];
            pronunciation: string | null;
            /** @enum {string} */
            language: "sv" | "en";
            title: string | null;
            department: string | null;
            phones: {
                label: string | null;
                number: string;
                mayTell: boolean;
                mayConnect: boolean;
            }[];
            emails: {
                label: string | null;
                address: string;
                mayTell: boolean;
            }[];
            /** @enum {string} */
            connect: "yes" | "ask" | "no";
            keywords: string[];
            answerNote: string | null;
            answerNotes: {
                id: string;
                name: string | null;
                when: {
                    from?: string;
                    until?: string;
                    days?: ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun" | "holiday" | "eve")[];
                    times?: {
                        from: string;
                        until: string;
                    };
                    /** @enum {string} */
                    while?: "open" | "closed";
                };
                text: string;
            }[];
            absence: {
                id: string;
                /** @enum {string} */
                reason: "goneForTheDay" | "lunch" | "meeting" | "busy" | "travelling" | "course" | "holiday" | "off" | "away" | "other";
                note: string | null;
                operatorNote: string | null;
                /** @enum {string} */
                calls: "open" | "closed";
                colleagues: string[];
                /** Format: date-time */
                from: string;
                /** Format: date-time */
                until: string;
                /** Format: date-time */
                back: string;
            } | null;
            nextAbsence: {
                id: string;
                /** @enum {string} */
                reason: "goneForTheDay" | "lunch" | "meeting" | "busy" | "travelling" | "course" | "holiday" | "off" | "away" | "other";
                note: string | null;
                operatorNote: string | null;
                /** @enum {string} */
                calls: "open" | "closed";
                colleagues: string[];
                /** Format: date-time */
                from: string;
                /** Format: date-time */
                until: string;
                /** Format: date-time */
                back: string;
            } | null;
            absences?: {
                id: string;
                /** @enum {string} */
                reason: "goneForTheDay" | "lunch" | "meeting" | "busy" | "travelling" | "course" | "holiday" | "off" | "away" | "other";
                note: string | null;
                operatorNote: string | null;
                /** @enum {string} */
                calls: "open" | "closed";
                colleagues: string[];
                from: string | null;
                until: string | null;
                recurring: {
                    from?: string;
                    until?: string;
                    days?: ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun" | "holiday" | "eve")[];
                    times?: {
                        from: string;
                        until: string;
                    };
                    /** @enum {string} */
                    while?: "open" | "closed";
                } | null;
            }[];
            delivery?: {
                normal: {
                    channels: string[];
                    contacts?: string[];
                    waitMinutes: number;
                    to?: "self" | "generalInbox" | {
                        staffId: string;
                    };
                }[];
                urgent: {
                    channels: string[];
                    contacts?: string[];
                    waitMinutes: number;
                    to?: "self" | "generalInbox" | {
                        staffId: string;
                    };
                }[];
                quietHours: {
                    from: string;
                    until: string;
                } | null;
            };
            contentMode?: ("full" | "notice") | null;
            protected: boolean;
            active: boolean;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        StaffPatch: {
            /** @enum {string} */
            kind?: "person" | "function";
            name?: string;
            alsoKnownAs?: string[];
            pronunciation?: string | null;
            /** @enum {string} */
            language?: "sv" | "en";
            title?: string | null;
            department?: string | null;
            phones?: {
                /** @default null */
                label: string | null;
                number: string;
                /** @default false */
                mayTell: boolean;
                /** @default false */
                mayConnect: boolean;
            }[];
            emails?: {
                /** @default null */
                label: string | null;
                /** Format: email */
                address: string;
                /** @default false */
                mayTell: boolean;
            }[];
            /** @enum {string} */
            connect?: "yes" | "ask" | "no";
            keywords?: string[];
            answerNote?: string | null;
            answerNotes?: {
                id?: string;
                /** @default null */
                name: string | null;
                when: {
                    from?: string;
                    until?: string;
                    days?: ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun" | "holiday" | "eve")[];
                    times?: {
                        from: string;
                        until: string;
                    };
                    /** @enum {string} */
                    while?: "open" | "closed";
                };
                text: string;
            }[];
            absences?: {
                id?: string;
                /** @enum {string} */
                reason: "goneForTheDay" | "lunch" | "meeting" | "busy" | "travelling" | "course" | "holiday" | "off" | "away" | "other";
                /** @default null */
                note: string | null;
                /** @default null */
                operatorNote: string | null;
                /**
                 * @default closed
                 * @enum {string}
                 */
                calls: "open" | "closed";
                /** @default [] */
                colleagues: string[];
                from?: string | null;
                until?: string | null;
                /** @default null */
                recurring: {
                    from?: string;
                    until?: string;
                    days?: ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun" | "holiday" | "eve")[];
                    times?: {
                        from: string;
                        until: string;
                    };
                    /** @enum {string} */
                    while?: "open" | "closed";
                } | null;
            }[];
            delivery?: {
                /** @default [] */
                normal: {
                    channels: ("email" | "sms")[];
                    contacts?: string[];
                    /** @default 10 */
                    waitMinutes: number;
                    to?: "self" | "generalInbox" | {
                        staffId: string;
                    };
                }[];
                /** @default [] */
                urgent: {
                    channels: ("email" | "sms")[];
                    contacts?: string[];
                    /** @default 10 */
                    waitMinutes: number;
                    to?: "self" | "generalInbox" | {
                        staffId: string;
                    };
                }[];
                /** @default null */
                quietHours: {
                    from: string;
                    until: string;
                } | null;
            };
            contentMode?: ("full" | "notice") | null;
            protected?: boolean;
            active?: boolean;
        };
        MessageInput: {
            staffId?: string | null;
            /** @default [] */
            copyTo: string[];
            /** @default {} */
            caller: {
                name?: string | null;
                company?: string | null;
                phone?: string | null;
                extension?: string | null;
                secondPhone?: string | null;
                email?: string | null;
            };
            matter?: string | null;
            /** @default false */
            callBack: boolean;
            /** @default false */
            sensitive: boolean;
            /**
             * @default normal
             * @enum {string}
             */
            urgency: "normal" | "urgent";
            /** Format: date-time */
            calledAt?: string;
            answered?: string[];
        };
        Message: {
            id: string;
            clientId: string;
            staffId: string | null;
            copyTo: string[];
            caller: {
                name: string | null;
                company: string | null;
                phone: string | null;
                phoneAsGiven: string | null;
                extension: string | null;
                secondPhone: string | null;
                secondPhoneAsGiven: string | null;
                email: string | null;
            };
            matter: string | null;
            /** @enum {string} */
            urgency: "normal" | "urgent";
            callBack: boolean;
            sensitive: boolean;
            answered: {
                /** @enum {string} */
                source: "protected" | "absence" | "answerNote" | "clientRule" | "openingHours" | "default" | "greeting";
                of: string;
                version: number;
                ruleId: string | null;
                /** Format: date-time */
                at: string;
            }[];
            test: boolean;
            takenBy: string;
            /** Format: date-time */
            takenAt: string;
            enteredAt: string | null;
            /** Format: date-time */
            expiresAt: string;
            /** @enum {string} */
            state: "open" | "handled";
            readAt: string | null;
            handled: {
                by: string;
                /** Format: date-time */
                at: string;
            } | null;
            note: string | null;
            corrections: {
                /** Format: date-time */
                at: string;
                by: string;
            }[];
            deliveries: components["schemas"]["Delivery"][];
        };
        Delivery: {
            id: string;
            staffId: string | null;
            viaStaffId: string | null;
            step: number;
            /** @enum {string} */
            channel: "email" | "sms";
            /** @enum {string} */
            state: "held" | "queued" | "sending" | "accepted" | "delivered" | "failed" | "unknown" | "cancelled";
            correction: boolean;
            withdrawn: boolean;
            notBefore: string | null;
            address: string | null;
            attempts: {
                /** Format: date-time */
                at: string;
                /** @enum {string} */
                channel: "email" | "sms";
                /** @enum {string} */
                outcome: "sending" | "accepted" | "retry" | "failed" | "unknown" | "delivered" | "returned";
                answeredAt: string | null;
                code: string | null;
                words: {
                    sv: string;
                    en: string;
                };
            }[];
        };
        MessageEdit: {
            read?: boolean;
            handled?: boolean;
            note?: string | null;
        };
        Task: components["schemas"]["MessageTask"] | components["schemas"]["MatterTask"];
        MessageTask: {
            id: string;
            /** @enum {string} */
            reason: "restored" | "notDelivered" | "deadLetter" | "misdirected" | "returnedLater";
            clientId: string;
            clientName: string;
            messageId: string;
            staffId: string | null;
            /** Format: date-time */
            takenAt: string;
            deliveryId: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            expiresAt: string;
            /** @enum {string} */
            state: "open" | "done";
            claimed: {
                by: string;
                /** Format: date-time */
                at: string;
            } | null;
            done: {
                by: string;
                /** Format: date-time */
                at: string;
                note: string | null;
            } | null;
            tried: {
                deliveryId: string;
                channel: string;
                step: number;
                state: string;
                at: string | null;
                code: string | null;
                words: {
                    sv: string;
                    en: string;
                } | null;
            }[];
        };
        MatterTask: {
            id: string;
            /** @enum {string} */
            reason: "requestNotForwarded" | "requestLate" | "agreementMissing" | "agreementEnding" | "agreementOutdated" | "subProcessorObjection" | "clientEnding" | "erasureByHand" | "erasureStopped" | "exportStopped" | "reportStopped";
            clientId: string | "service";
            clientName: string | null;
            refId: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            expiresAt: string;
            /** @enum {string} */
            state: "open" | "done";
            claimed: {
                by: string;
                /** Format: date-time */
                at: string;
            } | null;
            done: {
                by: string;
                /** Format: date-time */
                at: string;
                note: string | null;
            } | null;
        };
        SubjectRequest: {
            id: string;
            clientId: string | "service";
            /** @enum {string} */
            kind: "access" | "rectification" | "erasure" | "restriction" | "portability" | "objection";
            /** @enum {string} */
            state: "received" | "forwarded" | "instructed" | "preparing" | "released" | "closed";
            /** Format: date-time */
            receivedAt: string;
            forwardBy: string;
            deadline: string;
            late: boolean;
            extendedMonths: number;
            outcome: ("carriedOut" | "nothingFound" | "refused" | "notIdentified" | "withdrawn" | "mistaken") | null;
            closedAt: string | null;
            clientName: string | null;
            /** @enum {string} */
            by: "telephone" | "email" | "letter" | "portal" | "client";
            loggedBy: string;
            /** @enum {string} */
            language: "sv" | "en";
            who: {
                /** @default [] */
                names: string[];
                /** @default [] */
                phones: unknown[];
                /** @default [] */
                emails: string[];
                /** @default null */
                staffId: string | null;
            };
            text: string | null;
            contact: string | null;
            notes: string | null;
            identity: {
                by: string;
                /** Format: date-time */
                at: string;
                /** @enum {string} */
                method: "calledBack" | "knownAddress" | "document" | "electronic" | "inPerson" | "knownToClient";
                note: string | null;
            } | null;
            forwardedAt: string | null;
            instruction: {
                by: string;
                /** Format: date-time */
                at: string;
                /** @enum {string} */
                decision: "carryOut" | "refuse";
                /** @enum {string} */
                given: "portal" | "email" | "letter" | "telephone";
                text: string | null;
            } | null;
            extension: {
                by: string;
                /** Format: date-time */
                at: string;
                months: number;
                /** @enum {string} */
                why: "complexity" | "number";
                sv: string;
                en: string;
            } | null;
            preparedAt: string | null;
            searchJobId: string | null;
            releasedAt: string | null;
            closing: {
                by: string;
                /** Format: date-time */
                at: string;
                text: string | null;
            } | null;
            keepDays: number;
            endsAt: string | null;
            steps: ("identify" | "forward" | "instruct" | "prepare" | "release" | "extend" | "close")[];
            closings: {
                /** @enum {string} */
                outcome: "carriedOut" | "nothingFound" | "refused" | "notIdentified" | "withdrawn" | "mistaken";
                sv: string | null;
                en: string | null;
            }[];
            version: number;
        };
        /** @description RFC 9457. `errors` point at what is wrong; values are never repeated. */
        Problem: {
            /** @description `urn:answeronline:problem:` and the code */
            type: string;
            title: string;
            status: number;
            /** @enum {string} */
            code: "malformed-json" | "invalid-request" | "invalid-cursor" | "forbidden" | "not-found" | "client-not-active" | "client-not-ended" | "agreement-missing" | "document-changed" | "already-signed" | "service-details-missing" | "reason-required" | "second-person-required" | "instruction-missing" | "erasure-not-certified" | "erasure-under-way" | "wrong-state" | "number-taken" | "no-machine-place" | "already-member" | "last-supervisor" | "too-many-readers" | "too-many-notices" | "too-many-deliveries" | "too-many-tests" | "task-claimed" | "task-done" | "other-door" | "erased" | "version-conflict" | "payload-too-large" | "unsupported-media-type" | "idempotency-mismatch" | "unknown-staff" | "unknown-client" | "unknown-sub-processor" | "no-usable-address" | "if-match-required" | "internal" | "try-again";
            detail?: string;
            errors?: {
                pointer: string;
                detail: string;
            }[];
            /** Format: date-time */
            erasedAt?: string;
            /**
             * @description With `erased`: its time was over, or somebody asked for it
             * @enum {string}
             */
            because?: "time" | "request";
        };
    };
    responses: {
        /** @description No token, or one that is not valid: the gateway answers */
        GatewayUnauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": {
                    message?: string;
                };
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listClients: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Client"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit the description of this route. `invalid-cursor`: The cursor does not belong to this list */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["GatewayUnauthorized"];
            /** @description `forbidden`: Your role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Somebody else is changing this; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createClient: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes the request safe to repeat: same key and body, same record */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClientInput"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Client"];
                };
            };
            /** @description `invalid-request`: The request does not fit the description of this route. `malformed-json`: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["GatewayUnauthorized"];
            /** @description `forbidden`: Your role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `number-taken`: A telephone number belongs to another client */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `erased`: This has been erased and cannot be recreated */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large`: The body is larger than 64 kB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-mismatch`: This Idempotency-Key was used with another body */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Somebody else is changing this; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    searchClients: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    number: string;
                } | {
                    text: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Client"][];
                        line: string | null;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit the description of this route. `malformed-json`: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["GatewayUnauthorized"];
            /** @description `forbidden`: Your role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large`: The body is larger than 64 kB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Somebody else is changing this; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readClient: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                clientId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Client"];
                };
            };
            401: components["responses"]["GatewayUnauthorized"];
            /** @description `forbidden`: Your role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `erased`: This has been erased and cannot be recreated */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Somebody else is changing this; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeClient: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that you read */
                "If-Match": string;
            };
            path: {
                clientId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClientPatch"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Client"];
                };
            };
            /** @description `invalid-request`: The request does not fit the description of this route. `malformed-json`: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["GatewayUnauthorized"];
            /** @description `forbidden`: Your role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `number-taken`: A telephone number belongs to another client */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `erased`: This has been erased and cannot be recreated */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `version-conflict`: It has changed since you read it */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large`: The body is larger than 64 kB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `if-match-required`: Send If-Match with the ETag that you read */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Somebody else is changing this; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readAnswering: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                clientId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        clientId: string;
                        instructions: string | null;
                        askFor: string[];
                        hours: {
                            week: {
                                readonly mon: {
                                    from: string;
                                    until: string;
                                }[];
                                readonly tue: {
                                    from: string;
                                    until: string;
                                }[];
                                readonly wed: {
                                    from: string;
                                    until: string;
                                }[];
                                readonly thu: {
                                    from: string;
                                    until: string;
                                }[];
                                readonly fri: {
                                    from: string;
                                    until: string;
                                }[];
                                readonly sat: {
                                    from: string;
                                    until: string;
                                }[];
                                readonly sun: {
                                    from: string;
                                    until: string;
                                }[];
                            };
                            holidays: ("closed" | "asWeek") | {
                                from: string;
                                until: string;
                            }[];
                            eves: ("closed" | "asWeek") | {
                                from: string;
                                until: string;
                            }[];
                            readonly seasons: {
                                id: string;
                                name: string;
                                from: string;
                                until: string;
                                week: {
                                    readonly mon: {
                                        from: string;
                                        until: string;
                                    }[];
                                    readonly tue: {
                                        from: string;
                                        until: string;
                                    }[];
                                    readonly wed: {
                                        from: string;
                                        until: string;
                                    }[];
                                    readonly thu: {
                                        from: string;
                                        until: string;
                                    }[];
                                    readonly fri: {
                                        from: string;
                                        until: string;
                                    }[];
                                    readonly sat: {
                                        from: string;
                                        until: string;
                                    }[];
                                    readonly sun: {
                                        from: string;
                                        until: string;
                                    }[];
                                };
                            }[];
                            readonly specialDays: {
                                id: string;
                                date: string;
                                name: string;
                                readonly spans: {
                                    from: string;
                                    until: string;
                                }[];
                            }[];
                        } | null;
                        rules: {
                            id: string;
                            /** @enum {string} */
                            kind: "greeting" | "instruction" | "note";
                            name: string;
                            when: {
                                from?: string;
                                until?: string;
                                days?: ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun" | "holiday" | "eve")[];
                                times?: {
                                    from: string;
                                    until: string;
                                };
                                /** @enum {string} */
                                while?: "open" | "closed";
                            };
                            line?: string;
                            text: {
                                sv: string | null;
                                en: string | null;
                            };
                        }[];
                        notices: {
                            id: string;
                            text: string;
                            by: string;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            until: string;
                        }[];
                        callerNotice: {
                            text: {
                                sv: string | null;
                                en: string | null;
                            };
                            purpose: {
                                sv: string | null;
                                en: string | null;
                            };
                            contact: {
                                email: string | null;
                                phone: string | null;
                                address: string | null;
                                web: string | null;
                            };
                        } | null;
                        readonly alternatives: string[];
                        updatedAt: string | null;
                    };
                };
            };
            401: components["responses"]["GatewayUnauthorized"];
            /** @description `forbidden`: Your role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `erased`: This has been erased and cannot be recreated */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Somebody else is changing this; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeAnswering: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that you read */
                "If-Match": string;
            };
            path: {
                clientId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    instructions?: string | null;
                    askFor?: string[];
                    hours?: {
                        week: {
                            mon: {
                                from: string;
                                until: string;
                            }[];
                            tue: {
                                from: string;
                                until: string;
                            }[];
                            wed: {
                                from: string;
                                until: string;
                            }[];
                            thu: {
                                from: string;
                                until: string;
                            }[];
                            fri: {
                                from: string;
                                until: string;
                            }[];
                            sat: {
                                from: string;
                                until: string;
                            }[];
                            sun: {
                                from: string;
                                until: string;
                            }[];
                        };
                        /** @default closed */
                        holidays?: ("closed" | "asWeek") | {
                            from: string;
                            until: string;
                        }[];
                        /** @default asWeek */
                        eves?: ("closed" | "asWeek") | {
                            from: string;
                            until: string;
                        }[];
                        /** @default [] */
                        seasons?: {
                            id?: string;
                            name: string;
                            from: string;
                            until: string;
                            week: {
                                mon: {
                                    from: string;
                                    until: string;
                                }[];
                                tue: {
                                    from: string;
                                    until: string;
                                }[];
                                wed: {
                                    from: string;
                                    until: string;
                                }[];
                                thu: {
                                    from: string;
                                    until: string;
                                }[];
                                fri: {
                                    from: string;
                                    until: string;
                                }[];
                                sat: {
                                    from: string;
                                    until: string;
                                }[];
                                sun: {
                                    from: string;
                                    until: string;
                                }[];
                            };
                        }[];
                        /** @default [] */
                        specialDays?: {
                            id?: string;
                            date: string;
                            name: string;
                            spans: {
                                from: string;
                                until: string;
                            }[];
                        }[];
                    } | null;
                    rules?: {
                        id?: string;
                        /** @enum {string} */
                        kind: "greeting" | "instruction" | "note";
                        name: string;
                        when: {
                            from?: string;
                            until?: string;
                            days?: ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun" | "holiday" | "eve")[];
                            times?: {
                                from: string;
                                until: string;
                            };
                            /** @enum {string} */
                            while?: "open" | "closed";
                        };
                        line?: string;
                        text: {
                            /** @default null */
                            sv?: string | null;
                            /** @default null */
                            en?: string | null;
                        };
                    }[];
                    callerNotice?: {
                        /**
                         * @default {
                         *       "sv": null,
                         *       "en": null
                         *     }
                         */
                        text?: {
                            /** @default null */
                            sv?: string | null;
                            /** @default null */
                            en?: string | null;
                        };
                        /**
                         * @default {
                         *       "sv": null,
                         *       "en": null
                         *     }
                         */
                        purpose?: {
                            /** @default null */
                            sv?: string | null;
                            /** @default null */
                            en?: string | null;
                        };
                        /**
                         * @default {
                         *       "email": null,
                         *       "phone": null,
                         *       "address": null,
                         *       "web": null
                         *     }
                         */
                        contact?: {
                            /** @default null */
                            email?: string | null;
                            /** @default null */
                            phone?: string | null;
                            /** @default null */
                            address?: string | null;
                            /** @default null */
                            web?: string | null;
                        };
                    } | null;
                    alternatives?: string[];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        clientId: string;
                        instructions: string | null;
                        askFor: string[];
                        hours: {
                            week: {
                                readonly mon: {
                                    from: string;
                                    until: string;
                                }[];
                                readonly tue: {
                                    from: string;
                                    until: string;
                                }[];
                                readonly wed: {
                                    from: string;
                                    until: string;
                                }[];
                                readonly thu: {
                                    from: string;
                                    until: string;
                                }[];
                                readonly fri: {
                                    from: string;
                                    until: string;
                                }[];
                                readonly sat: {
                                    from: string;
                                    until: string;
                                }[];
                                readonly sun: {
                                    from: string;
                                    until: string;
                                }[];
                            };
                            holidays: ("closed" | "asWeek") | {
                                from: string;
                                until: string;
                            }[];
                            eves: ("closed" | "asWeek") | {
                                from: string;
                                until: string;
                            }[];
                            readonly seasons: {
                                id: string;
                                name: string;
                                from: string;
                                until: string;
                                week: {
                                    readonly mon: {
                                        from: string;
                                        until: string;
                                    }[];
                                    readonly tue: {
                                        from: string;
                                        until: string;
                                    }[];
                                    readonly wed: {
                                        from: string;
                                        until: string;
                                    }[];
                                    readonly thu: {
                                        from: string;
                                        until: string;
                                    }[];
                                    readonly fri: {
                                        from: string;
                                        until: string;
                                    }[];
                                    readonly sat: {
                                        from: string;
                                        until: string;
                                    }[];
                                    readonly sun: {
                                        from: string;
                                        until: string;
                                    }[];
                                };
                            }[];
                            readonly specialDays: {
                                id: string;
                                date: string;
                                name: string;
                                readonly spans: {
                                    from: string;
                                    until: string;
                                }[];
                            }[];
                        } | null;
                        rules: {
                            id: string;
                            /** @enum {string} */
                            kind: "greeting" | "instruction" | "note";
                            name: string;
                            when: {
                                from?: string;
                                until?: string;
                                days?: ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun" | "holiday" | "eve")[];
                                times?: {
                                    from: string;
                                    until: string;
                                };
                                /** @enum {string} */
                                while?: "open" | "closed";
                            };
                            line?: string;
                            text: {
                                sv: string | null;
                                en: string | null;
                            };
                        }[];
                        notices: {
                            id: string;
                            text: string;
                            by: string;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            until: string;
                        }[];
                        callerNotice: {
                            text: {
                                sv: string | null;
                                en: string | null;
                            };
                            purpose: {
                                sv: string | null;
                                en: string | null;
                            };
                            contact: {
                                email: string | null;
                                phone: string | null;
                                address: string | null;
                                web: string | null;
                            };
                        } | null;
                        readonly alternatives: string[];
                        updatedAt: string | null;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit the description of this route. `malformed-json`: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["GatewayUnauthorized"];
            /** @description `forbidden`: Your role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `erased`: This has been erased and cannot be recreated */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `version-conflict`: It has changed since you read it */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large`: The body is larger than 64 kB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `if-match-required`: Send If-Match with the ETag that you read */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Somebody else is changing this; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewAnsweringDays: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                clientId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    from: string;
                    until: string;
                    hours?: {
                        week: {
                            mon: {
                                from: string;
                                until: string;
                            }[];
                            tue: {
                                from: string;
                                until: string;
                            }[];
                            wed: {
                                from: string;
                                until: string;
                            }[];
                            thu: {
                                from: string;
                                until: string;
                            }[];
                            fri: {
                                from: string;
                                until: string;
                            }[];
                            sat: {
                                from: string;
                                until: string;
                            }[];
                            sun: {
                                from: string;
                                until: string;
                            }[];
                        };
                        /** @default closed */
                        holidays?: ("closed" | "asWeek") | {
                            from: string;
                            until: string;
                        }[];
                        /** @default asWeek */
                        eves?: ("closed" | "asWeek") | {
                            from: string;
                            until: string;
                        }[];
                        /** @default [] */
                        seasons?: {
                            id?: string;
                            name: string;
                            from: string;
                            until: string;
                            week: {
                                mon: {
                                    from: string;
                                    until: string;
                                }[];
                                tue: {
                                    from: string;
                                    until: string;
                                }[];
                                wed: {
                                    from: string;
                                    until: string;
                                }[];
                                thu: {
                                    from: string;
                                    until: string;
                                }[];
                                fri: {
                                    from: string;
                                    until: string;
                                }[];
                                sat: {
                                    from: string;
                                    until: string;
                                }[];
                                sun: {
                                    from: string;
                                    until: string;
                                }[];
                            };
                        }[];
                        /** @default [] */
                        specialDays?: {
                            id?: string;
                            date: string;
                            name: string;
                            spans: {
                                from: string;
                                until: string;
                            }[];
                        }[];
                    } | null;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        days: {
                            date: string;
                            /** @enum {string} */
                            kind: "ordinary" | "holiday" | "eve";
                            name: {
                                sv: string;
                                en: string;
                            } | null;
                            spans: {
                                from: string;
                                until: string;
                            }[];
                            why: {
                                /** @enum {string} */
                                source: "specialDay" | "holiday" | "eve" | "season" | "week" | "noHours";
                                id: string | null;
                                name: string | null;
                            };
                        }[];
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit the description of this route. `malformed-json`: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["GatewayUnauthorized"];
            /** @description `forbidden`: Your role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `erased`: This has been erased and cannot be recreated */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large`: The body is larger than 64 kB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Somebody else is changing this; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createNotice: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes the request safe to repeat: same key and body, same record */
                "Idempotency-Key"?: string;
            };
            path: {
                clientId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text: string;
                    /** Format: date-time */
                    until?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        text: string;
                        by: string;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        until: string;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit the description of this route. `malformed-json`: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["GatewayUnauthorized"];
            /** @description `forbidden`: Your role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `agreement-missing`: The client has not signed the agreement yet: nothing of it is stored before. `too-many-notices`: The client has as many notices as it may have */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `erased`: This has been erased and cannot be recreated */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large`: The body is larger than 64 kB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-mismatch`: This Idempotency-Key was used with another body */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Somebody else is changing this; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteNotice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                clientId: string;
                noticeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no body */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["GatewayUnauthorized"];
            /** @description `forbidden`: Your role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `erased`: This has been erased and cannot be recreated */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Somebody else is changing this; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeNotice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                clientId: string;
                noticeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text?: string;
                    /** Format: date-time */
                    until?: string;
                    /** @constant */
                    renew?: true;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        text: string;
                        by: string;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        until: string;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit the description of this route. `malformed-json`: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["GatewayUnauthorized"];
            /** @description `forbidden`: Your role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `agreement-missing`: The client has not signed the agreement yet: nothing of it is stored before */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `erased`: This has been erased and cannot be recreated */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large`: The body is larger than 64 kB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Somebody else is changing this; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listStaff: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                clientId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["StaffMember"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit the description of this route. `invalid-cursor`: The cursor does not belong to this list */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["GatewayUnauthorized"];
            /** @description `forbidden`: Your role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `erased`: This has been erased and cannot be recreated */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Somebody else is changing this; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createStaffMember: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes the request safe to repeat: same key and body, same record */
                "Idempotency-Key"?: string;
            };
            path: {
                clientId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffInput"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffMember"];
                };
            };
            /** @description `invalid-request`: The request does not fit the description of this route. `malformed-json`: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["GatewayUnauthorized"];
            /** @description `forbidden`: Your role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `agreement-missing`: The client has not signed the agreement yet: nothing of it is stored before */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `erased`: This has been erased and cannot be recreated */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large`: The body is larger than 64 kB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-mismatch`: This Idempotency-Key was used with another body */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Somebody else is changing this; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readStaffMember: {
        parameters: {
            query?: {
                why?: "subjectRequest" | "clientAsked" | "complaint" | "fault" | "incident";
                requestId?: string;
            };
            header?: never;
            path: {
                clientId: string;
                staffId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffMember"];
                };
            };
            /** @description `invalid-request`: The request does not fit the description of this route */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["GatewayUnauthorized"];
            /** @description `forbidden`: Your role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `reason-required`: Say why: this is written down */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `erased`: This has been erased and cannot be recreated */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Somebody else is changing this; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    eraseStaffMember: {
        parameters: {
            query?: {
                replacement?: string;
                why?: "subjectRequest" | "clientAsked" | "complaint" | "fault" | "incident";
                requestId?: string;
            };
            header?: never;
            path: {
                clientId: string;
                staffId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no body */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not fit the description of this route */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["GatewayUnauthorized"];
            /** @description `forbidden`: Your role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `reason-required`: Say why: this is written down */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `erased`: This has been erased and cannot be recreated */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Somebody else is changing this; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeStaffMember: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that you read */
                "If-Match": string;
            };
            path: {
                clientId: string;
                staffId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffPatch"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffMember"];
                };
            };
            /** @description `invalid-request`: The request does not fit the description of this route. `malformed-json`: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["GatewayUnauthorized"];
            /** @description `forbidden`: Your role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `agreement-missing`: The client has not signed the agreement yet: nothing of it is stored before */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `erased`: This has been erased and cannot be recreated */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `version-conflict`: It has changed since you read it */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large`: The body is larger than 64 kB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `if-match-required`: Send If-Match with the ETag that you read */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Somebody else is changing this; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewStaffErasure: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                clientId: string;
                staffId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        plans: {
                            staffId: string;
                            name: string;
                            urgencies: ("normal" | "urgent")[];
                        }[];
                        absences: {
                            staffId: string;
                            name: string;
                        }[];
                        alternative: boolean;
                        generalInbox: boolean;
                        openMessages: number;
                        waitingDeliveries: number;
                        more: boolean;
                        users: number;
                    };
                };
            };
            401: components["responses"]["GatewayUnauthorized"];
            /** @description `forbidden`: Your role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `erased`: This has been erased and cannot be recreated */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Somebody else is changing this; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setAbsence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                clientId: string;
                staffId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    reason: "goneForTheDay" | "lunch" | "meeting" | "busy" | "travelling" | "course" | "holiday" | "off" | "away" | "other";
                    /** @default null */
                    note?: string | null;
                    /** @default null */
                    operatorNote?: string | null;
                    /**
                     * @default closed
                     * @enum {string}
                     */
                    calls?: "open" | "closed";
                    /** @default [] */
                    colleagues?: string[];
                    /** Format: date-time */
                    from?: string;
                    /** Format: date-time */
                    until: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffMember"];
                };
            };
            /** @description `invalid-request`: The request does not fit the description of this route. `malformed-json`: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["GatewayUnauthorized"];
            /** @description `forbidden`: Your role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `agreement-missing`: The client has not signed the agreement yet: nothing of it is stored before */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `erased`: This has been erased and cannot be recreated */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large`: The body is larger than 64 kB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Somebody else is changing this; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endAbsence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                clientId: string;
                staffId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no body */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["GatewayUnauthorized"];
            /** @description `forbidden`: Your role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `erased`: This has been erased and cannot be recreated */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Somebody else is changing this; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readDesk: {
        parameters: {
            query?: {
                line?: string;
                view?: "operator";
            };
            header?: never;
            path: {
                clientId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        clientId: string;
                        name: string;
                        /** @enum {string} */
                        status: "active" | "paused" | "ended";
                        /** @enum {string} */
                        language: "sv" | "en";
                        line: string | null;
                        lines: {
                            line: string;
                            number: string;
                            /** @enum {string} */
                            language: "sv" | "en";
                            answerPhrase: string;
                            why: {
                                /** @enum {string} */
                                source: "protected" | "absence" | "answerNote" | "clientRule" | "openingHours" | "default" | "greeting";
                                of: string;
                                version: number;
                                ruleId: string | null;
                                name: string | null;
                            };
                        }[];
                        answerPhrase: string;
                        why: {
                            /** @enum {string} */
                            source: "protected" | "absence" | "answerNote" | "clientRule" | "openingHours" | "default" | "greeting";
                            of: string;
                            version: number;
                            ruleId: string | null;
                            name: string | null;
                        };
                        open: {
                            isOpen: boolean;
                            until: string | null;
                            from: string | null;
                            why: {
                                /** @enum {string} */
                                source: "specialDay" | "holiday" | "eve" | "season" | "week" | "noHours";
                                id: string | null;
                                name: string | null;
                            };
                        };
                        instructions: {
                            text: string;
                            why: {
                                /** @enum {string} */
                                source: "protected" | "absence" | "answerNote" | "clientRule" | "openingHours" | "default" | "greeting";
                                of: string;
                                version: number;
                                ruleId: string | null;
                                name: string | null;
                            };
                        }[];
                        askFor: string[];
                        answer: {
                            words: string;
                            why: {
                                /** @enum {string} */
                                source: "protected" | "absence" | "answerNote" | "clientRule" | "openingHours" | "default" | "greeting";
                                of: string;
                                version: number;
                                ruleId: string | null;
                                name: string | null;
                            };
                            until: string | null;
                            reference: string;
                        };
                        alternatives: {
                            staffId: string;
                            name: string;
                            title: string | null;
                            availability: {
                                /** @enum {string} */
                                state: "in" | "away";
                                until: string | null;
                                reason: string | null;
                            };
                            /** @enum {string} */
                            connect: "yes" | "ask" | "no";
                        }[];
                        notices: {
                            id: string;
                            text: string;
                            by: string;
                            /** Format: date-time */
                            until: string;
                        }[];
                        messages: {
                            id: string;
                            /** Format: date-time */
                            takenAt: string;
                            takenBy: string;
                            staffId: string | null;
                            caller: {
                                name: string | null;
                                company: string | null;
                                phone: string | null;
                            };
                            matter: string | null;
                            /** @enum {string} */
                            urgency: "normal" | "urgent";
                            callBack: boolean;
                            sensitive: boolean;
                            /** @enum {string} */
                            state: "open" | "handled";
                        }[];
                        callerNotice: {
                            words: string;
                            url: string;
                        };
                        references: string[];
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit the description of this route */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["GatewayUnauthorized"];
            /** @description `forbidden`: Your role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `erased`: This has been erased and cannot be recreated */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Somebody else is changing this; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readCallerNotice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                clientId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description `not-found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    searchStaff: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                clientId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text: string;
                    /** @default 8 */
                    limit?: number;
                    line?: string;
                    /** @constant */
                    view?: "operator";
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            staffId: string;
                            /** @enum {string} */
                            kind: "person" | "function";
                            name: string;
                            alsoKnownAs: string[];
                            pronunciation: string | null;
                            /** @enum {string} */
                            language: "sv" | "en";
                            title: string | null;
                            department: string | null;
                            protected: boolean;
                            availability: {
                                /** @enum {string} */
                                state: "in" | "away";
                                until: string | null;
                                reason: string | null;
                                note: string | null;
                                operatorNote: string | null;
                                next: {
                                    /** Format: date-time */
                                    from: string;
                                    /** Format: date-time */
                                    until: string;
                                    reason: string;
                                } | null;
                            } | null;
                            /** @enum {string} */
                            connect: "yes" | "ask" | "no";
                            phones: {
                                label: string | null;
                                number: string;
                                mayTell: boolean;
                                mayConnect: boolean;
                            }[];
                            emails: {
                                label: string | null;
                                address: string;
                                mayTell: boolean;
                            }[];
                            answer: {
                                words: string;
                                why: {
                                    /** @enum {string} */
                                    source: "protected" | "absence" | "answerNote" | "clientRule" | "openingHours" | "default" | "greeting";
                                    of: string;
                                    version: number;
                                    ruleId: string | null;
                                    name: string | null;
                                };
                                until: string | null;
                                reference: string;
                            };
                            colleagues: {
                                staffId: string;
                                name: string;
                                title: string | null;
                                availability: {
                                    /** @enum {string} */
                                    state: "in" | "away";
                                    until: string | null;
                                    reason: string | null;
                                };
                                /** @enum {string} */
                                connect: "yes" | "ask" | "no";
                            }[];
                            matched: ("name" | "title" | "department" | "keywords" | "answerNote" | "phone")[];
                        }[];
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit the description of this route. `malformed-json`: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["GatewayUnauthorized"];
            /** @description `forbidden`: Your role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `erased`: This has been erased and cannot be recreated */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large`: The body is larger than 64 kB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Somebody else is changing this; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCalls: {
        parameters: {
            query: {
                from: string;
                until: string;
            };
            header?: never;
            path: {
                clientId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        days: {
                            date: string;
                            line: string | null;
                            connected: number;
                            wrongNumber: number;
                            salesCall: number;
                            hungUp: number;
                        }[];
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit the description of this route */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["GatewayUnauthorized"];
            /** @description `forbidden`: Your role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `erased`: This has been erased and cannot be recreated */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Somebody else is changing this; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    countCall: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes the request safe to repeat: same key and body, same record */
                "Idempotency-Key"?: string;
            };
            path: {
                clientId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    outcome: "connected" | "wrongNumber" | "salesCall" | "hungUp";
                    line?: string;
                    /** Format: date-time */
                    calledAt?: string;
                };
            };
        };
        responses: {
            /** @description Done; no body */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not fit the description of this route. `malformed-json`: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["GatewayUnauthorized"];
            /** @description `forbidden`: Your role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `erased`: This has been erased and cannot be recreated */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large`: The body is larger than 64 kB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-mismatch`: This Idempotency-Key was used with another body */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Somebody else is changing this; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMessages: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                staffId?: string;
                state?: "open" | "handled";
                urgency?: "normal" | "urgent";
                from?: string;
                to?: string;
                why?: "subjectRequest" | "clientAsked" | "complaint" | "fault" | "incident";
                requestId?: string;
            };
            header?: never;
            path: {
                clientId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Message"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit the description of this route. `invalid-cursor`: The cursor does not belong to this list */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["GatewayUnauthorized"];
            /** @description `forbidden`: Your role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `reason-required`: Say why: this is written down */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `erased`: This has been erased and cannot be recreated */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Somebody else is changing this; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    takeMessage: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes the request safe to repeat: same key and body, same record */
                "Idempotency-Key"?: string;
            };
            path: {
                clientId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MessageInput"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Message"];
                };
            };
            /** @description `invalid-request`: The request does not fit the description of this route. `malformed-json`: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["GatewayUnauthorized"];
            /** @description `forbidden`: Your role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `agreement-missing`: The client has not signed the agreement yet: nothing of it is stored before. `client-not-active`: The client is paused or ended and takes no messages */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `erased`: This has been erased and cannot be recreated */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large`: The body is larger than 64 kB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-staff`: A staff member named in the request is not in this register. `no-usable-address`: The message cannot reach anybody: no usable address. `idempotency-mismatch`: This Idempotency-Key was used with another body */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Somebody else is changing this; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sendTestMessage: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes the request safe to repeat: same key and body, same record */
                "Idempotency-Key"?: string;
            };
            path: {
                clientId: string;
                staffId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @default normal
                     * @enum {string}
                     */
                    urgency?: "normal" | "urgent";
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Message"];
                };
            };
            /** @description `invalid-request`: The request does not fit the description of this route. `malformed-json`: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["GatewayUnauthorized"];
            /** @description `forbidden`: Your role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `agreement-missing`: The client has not signed the agreement yet: nothing of it is stored before. `client-not-active`: The client is paused or ended and takes no messages. `too-many-tests`: The client has sent as many tests today as it may */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `erased`: This has been erased and cannot be recreated */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large`: The body is larger than 64 kB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `no-usable-address`: The message cannot reach anybody: no usable address. `idempotency-mismatch`: This Idempotency-Key was used with another body */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Somebody else is changing this; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMessage: {
        parameters: {
            query?: {
                why?: "subjectRequest" | "clientAsked" | "complaint" | "fault" | "incident";
                requestId?: string;
            };
            header?: never;
            path: {
                clientId: string;
                messageId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Message"];
                };
            };
            /** @description `invalid-request`: The request does not fit the description of this route */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["GatewayUnauthorized"];
            /** @description `forbidden`: Your role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `reason-required`: Say why: this is written down */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `erased`: This has been erased and cannot be recreated */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Somebody else is changing this; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteMessage: {
        parameters: {
            query?: {
                why?: "subjectRequest" | "clientAsked" | "complaint" | "fault" | "incident";
                requestId?: string;
            };
            header?: never;
            path: {
                clientId: string;
                messageId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no body */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not fit the description of this route */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["GatewayUnauthorized"];
            /** @description `forbidden`: Your role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `reason-required`: Say why: this is written down */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `erased`: This has been erased and cannot be recreated */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Somebody else is changing this; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                clientId: string;
                messageId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MessageEdit"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Message"];
                };
            };
            /** @description `invalid-request`: The request does not fit the description of this route. `malformed-json`: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["GatewayUnauthorized"];
            /** @description `forbidden`: Your role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `erased`: This has been erased and cannot be recreated */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large`: The body is larger than 64 kB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Somebody else is changing this; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    correctMessage: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes the request safe to repeat: same key and body, same record */
                "Idempotency-Key"?: string;
            };
            path: {
                clientId: string;
                messageId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default {} */
                    caller?: {
                        name?: string | null;
                        company?: string | null;
                        phone?: string | null;
                        extension?: string | null;
                        secondPhone?: string | null;
                        email?: string | null;
                    };
                    matter?: string | null;
                    /** @default false */
                    callBack?: boolean;
                    /** @default false */
                    sensitive?: boolean;
                    /** @enum {string} */
                    urgency?: "normal" | "urgent";
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Message"];
                };
            };
            /** @description `invalid-request`: The request does not fit the description of this route. `malformed-json`: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["GatewayUnauthorized"];
            /** @description `forbidden`: Your role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `agreement-missing`: The client has not signed the agreement yet: nothing of it is stored before. `too-many-deliveries`: The message has as many deliveries as it may have */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `erased`: This has been erased and cannot be recreated */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large`: The body is larger than 64 kB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-mismatch`: This Idempotency-Key was used with another body */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Somebody else is changing this; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    forwardMessage: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes the request safe to repeat: same key and body, same record */
                "Idempotency-Key"?: string;
            };
            path: {
                clientId: string;
                messageId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    staffId: string | null;
                    contacts?: string[];
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Message"];
                };
            };
            /** @description `invalid-request`: The request does not fit the description of this route. `malformed-json`: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["GatewayUnauthorized"];
            /** @description `forbidden`: Your role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `agreement-missing`: The client has not signed the agreement yet: nothing of it is stored before. `too-many-deliveries`: The message has as many deliveries as it may have. `too-many-readers`: The message has as many readers as it may have */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `erased`: This has been erased and cannot be recreated */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large`: The body is larger than 64 kB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-staff`: A staff member named in the request is not in this register. `no-usable-address`: The message cannot reach anybody: no usable address. `idempotency-mismatch`: This Idempotency-Key was used with another body */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Somebody else is changing this; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    redirectMessage: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes the request safe to repeat: same key and body, same record */
                "Idempotency-Key"?: string;
            };
            path: {
                clientId: string;
                messageId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    staffId: string | null;
                    from?: string | null;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Message"];
                };
            };
            /** @description `invalid-request`: The request does not fit the description of this route. `malformed-json`: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["GatewayUnauthorized"];
            /** @description `forbidden`: Your role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `agreement-missing`: The client has not signed the agreement yet: nothing of it is stored before. `too-many-deliveries`: The message has as many deliveries as it may have */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `erased`: This has been erased and cannot be recreated */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large`: The body is larger than 64 kB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-staff`: A staff member named in the request is not in this register. `no-usable-address`: The message cannot reach anybody: no usable address. `idempotency-mismatch`: This Idempotency-Key was used with another body */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Somebody else is changing this; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAttention: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                state?: "open" | "done";
                reason?: "restored" | "notDelivered" | "deadLetter" | "misdirected" | "returnedLater" | "requestNotForwarded" | "requestLate" | "agreementMissing" | "agreementEnding" | "agreementOutdated" | "subProcessorObjection" | "clientEnding" | "erasureByHand" | "erasureStopped" | "exportStopped" | "reportStopped";
                clientId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Task"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit the description of this route. `invalid-cursor`: The cursor does not belong to this list */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["GatewayUnauthorized"];
            /** @description `forbidden`: Your role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Somebody else is changing this; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                taskId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    state?: "open" | "done";
                    claimed?: boolean;
                    note?: string | null;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            /** @description `invalid-request`: The request does not fit the description of this route. `malformed-json`: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["GatewayUnauthorized"];
            /** @description `forbidden`: Your role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `task-claimed`: Somebody else has claimed this task. `task-done`: The task is done: open it again first */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large`: The body is larger than 64 kB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Somebody else is changing this; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSuppressions: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                clientId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            staffId: string | null;
                            /** @enum {string} */
                            channel: "email" | "sms";
                            address: string | null;
                            /** @enum {string} */
                            reason: "bounce" | "complaint" | "optOut" | "invalidNumber";
                            /** Format: date-time */
                            since: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit the description of this route. `invalid-cursor`: The cursor does not belong to this list */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["GatewayUnauthorized"];
            /** @description `forbidden`: Your role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `erased`: This has been erased and cannot be recreated */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Somebody else is changing this; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    liftSuppression: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                clientId: string;
                suppressionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no body */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["GatewayUnauthorized"];
            /** @description `forbidden`: Your role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `erased`: This has been erased and cannot be recreated */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Somebody else is changing this; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        userId: string;
                        name: string | null;
                        email: string | null;
                        /** @enum {string} */
                        door: "desk" | "portal";
                        role: ("supervisor" | "operator" | "privacyOfficer") | null;
                        memberships: {
                            clientId: string;
                            clientName: string;
                            /** @enum {string} */
                            status: "active" | "paused" | "ended";
                            /** @enum {string} */
                            role: "clientAdmin" | "staffMember";
                            staffId: string | null;
                            setsAbsences: boolean;
                            maySign: boolean;
                            agreed: boolean;
                        }[];
                        retentionMonths: number;
                    };
                };
            };
            401: components["responses"]["GatewayUnauthorized"];
            /** @description `forbidden`: Your role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Somebody else is changing this; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listUsers: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                clientId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            email: string | null;
                            name: string | null;
                            /** @enum {string} */
                            state: "active" | "withdrawn";
                            /** Format: date-time */
                            invitedAt: string;
                            version: number;
                            /** @enum {string} */
                            role: "clientAdmin" | "staffMember";
                            staffId: string | null;
                            setsAbsences: boolean;
                            maySign: boolean;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit the description of this route. `invalid-cursor`: The cursor does not belong to this list */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["GatewayUnauthorized"];
            /** @description `forbidden`: Your role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `erased`: This has been erased and cannot be recreated */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Somebody else is changing this; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    inviteUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes the request safe to repeat: same key and body, same record */
                "Idempotency-Key"?: string;
            };
            path: {
                clientId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: email */
                    email: string;
                    name: string;
                    /** @constant */
                    role: "clientAdmin";
                    staffId?: string;
                    maySign?: boolean;
                } | {
                    /** Format: email */
                    email: string;
                    name: string;
                    /** @constant */
                    role: "staffMember";
                    staffId: string;
                    setsAbsences?: boolean;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        email: string | null;
                        name: string | null;
                        /** @enum {string} */
                        state: "active" | "withdrawn";
                        /** Format: date-time */
                        invitedAt: string;
                        version: number;
                        /** @enum {string} */
                        role: "clientAdmin" | "staffMember";
                        staffId: string | null;
                        setsAbsences: boolean;
                        maySign: boolean;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit the description of this route. `malformed-json`: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["GatewayUnauthorized"];
            /** @description `forbidden`: Your role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `already-member`: This user is a member already. `other-door`: This e-mail address belongs to a user of the other door */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `erased`: This has been erased and cannot be recreated */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large`: The body is larger than 64 kB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-staff`: A staff member named in the request is not in this register. `idempotency-mismatch`: This Idempotency-Key was used with another body */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Somebody else is changing this; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withdrawUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                clientId: string;
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no body */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["GatewayUnauthorized"];
            /** @description `forbidden`: Your role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `erased`: This has been erased and cannot be recreated */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Somebody else is changing this; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeUser: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that you read */
                "If-Match": string;
            };
            path: {
                clientId: string;
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @constant */
                    role: "clientAdmin";
                    staffId?: string;
                    maySign?: boolean;
                } | {
                    /** @constant */
                    role: "staffMember";
                    staffId: string;
                    setsAbsences?: boolean;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        email: string | null;
                        name: string | null;
                        /** @enum {string} */
                        state: "active" | "withdrawn";
                        /** Format: date-time */
                        invitedAt: string;
                        version: number;
                        /** @enum {string} */
                        role: "clientAdmin" | "staffMember";
                        staffId: string | null;
                        setsAbsences: boolean;
                        maySign: boolean;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit the description of this route. `malformed-json`: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["GatewayUnauthorized"];
            /** @description `forbidden`: Your role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `erased`: This has been erased and cannot be recreated */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `version-conflict`: It has changed since you read it */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large`: The body is larger than 64 kB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-staff`: A staff member named in the request is not in this register */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `if-match-required`: Send If-Match with the ETag that you read */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Somebody else is changing this; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOperators: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            email: string | null;
                            name: string | null;
                            /** @enum {string} */
                            state: "active" | "withdrawn";
                            /** Format: date-time */
                            invitedAt: string;
                            version: number;
                            /** @enum {string} */
                            role: "supervisor" | "operator" | "privacyOfficer";
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit the description of this route. `invalid-cursor`: The cursor does not belong to this list */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["GatewayUnauthorized"];
            /** @description `forbidden`: Your role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Somebody else is changing this; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    inviteOperator: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes the request safe to repeat: same key and body, same record */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: email */
                    email: string;
                    name: string;
                    /** @enum {string} */
                    role: "supervisor" | "operator" | "privacyOfficer";
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        email: string | null;
                        name: string | null;
                        /** @enum {string} */
                        state: "active" | "withdrawn";
                        /** Format: date-time */
                        invitedAt: string;
                        version: number;
                        /** @enum {string} */
                        role: "supervisor" | "operator" | "privacyOfficer";
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit the description of this route. `malformed-json`: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["GatewayUnauthorized"];
            /** @description `forbidden`: Your role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `already-member`: This user is a member already. `other-door`: This e-mail address belongs to a user of the other door */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `erased`: This has been erased and cannot be recreated */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large`: The body is larger than 64 kB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-mismatch`: This Idempotency-Key was used with another body */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Somebody else is changing this; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withdrawOperator: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no body */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["GatewayUnauthorized"];
            /** @description `forbidden`: Your role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `last-supervisor`: The last supervisor cannot be withdrawn or changed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Somebody else is changing this; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeOperator: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that you read */
                "If-Match": string;
            };
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    role: "supervisor" | "operator" | "privacyOfficer";
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        email: string | null;
                        name: string | null;
                        /** @enum {string} */
                        state: "active" | "withdrawn";
                        /** Format: date-time */
                        invitedAt: string;
                        version: number;
                        /** @enum {string} */
                        role: "supervisor" | "operator" | "privacyOfficer";
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit the description of this route. `malformed-json`: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["GatewayUnauthorized"];
            /** @description `forbidden`: Your role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `last-supervisor`: The last supervisor cannot be withdrawn or changed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `version-conflict`: It has changed since you read it */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large`: The body is larger than 64 kB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `if-match-required`: Send If-Match with the ETag that you read */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Somebody else is changing this; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMachineClients: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            machineId: string;
                            oauthClientId: string;
                            name: string | null;
                            scopes: ("directory.read" | "directory.write" | "messages.read" | "messages.write")[];
                            clientIds: string[];
                            /** @enum {string} */
                            state: "preparing" | "active" | "withdrawn";
                            /** Format: date-time */
                            createdAt: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit the description of this route. `invalid-cursor`: The cursor does not belong to this list */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["GatewayUnauthorized"];
            /** @description `forbidden`: Your role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Somebody else is changing this; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createMachineClient: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes the request safe to repeat: same key and body, same record */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    scopes: ("directory.read" | "directory.write" | "messages.read" | "messages.write")[];
                    clientIds: string[];
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        machineId: string;
                        oauthClientId: string;
                        name: string | null;
                        scopes: ("directory.read" | "directory.write" | "messages.read" | "messages.write")[];
                        clientIds: string[];
                        /** @enum {string} */
                        state: "preparing" | "active" | "withdrawn";
                        /** Format: date-time */
                        createdAt: string;
                        clientSecret?: string;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit the description of this route. `malformed-json`: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["GatewayUnauthorized"];
            /** @description `forbidden`: Your role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `no-machine-place`: Every place for a machine client is taken */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `erased`: This has been erased and cannot be recreated */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large`: The body is larger than 64 kB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-client`: A client named in the request does not exist. `idempotency-mismatch`: This Idempotency-Key was used with another body */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Somebody else is changing this; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteMachineClient: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                machineId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no body */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["GatewayUnauthorized"];
            /** @description `forbidden`: Your role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Somebody else is changing this; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readCurrentAgreement: {
        parameters: {
            query?: {
                language?: "sv" | "en";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: string;
                        /** @enum {string} */
                        language: "sv" | "en";
                        documentHash: string;
                        text: string;
                        document: {
                            version: string;
                            /** @enum {string} */
                            language: "sv" | "en";
                            title: string;
                            notice: string;
                            sections: {
                                heading: string;
                                blocks: ({
                                    /** @constant */
                                    kind: "text";
                                    text: string;
                                } | {
                                    /** @constant */
                                    kind: "list";
                                    items: string[];
                                } | {
                                    /** @constant */
                                    kind: "table";
                                    columns: string[];
                                    rows: string[][];
                                })[];
                            }[];
                        };
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit the description of this route */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["GatewayUnauthorized"];
            /** @description `forbidden`: Your role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Somebody else is changing this; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listStandings: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            clientId: string;
                            clientName: string;
                            /** @enum {string} */
                            clientStatus: "active" | "paused" | "ended";
                            /** @enum {string} */
                            standing: "missing" | "signed" | "outdated" | "overdue" | "ended";
                            agreementId: string | null;
                            version: string | null;
                            signedAt: string | null;
                            signBefore: string | null;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit the description of this route. `invalid-cursor`: The cursor does not belong to this list */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["GatewayUnauthorized"];
            /** @description `forbidden`: Your role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Somebody else is changing this; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAgreements: {
        parameters: {
            query?: {
                language?: "sv" | "en";
            };
            header?: never;
            path: {
                clientId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            clientId: string;
                            /** @enum {string} */
                            state: "signed" | "replaced" | "ended";
                            version: string;
                            /** @enum {string} */
                            language: "sv" | "en";
                            /** Format: date-time */
                            signedAt: string;
                            endedAt: string | null;
                            keptUntil: string | null;
                            signBefore: string | null;
                            signedBy: {
                                name: string;
                                title: string;
                            };
                        }[];
                        draft: {
                            version: string;
                            /** @enum {string} */
                            language: "sv" | "en";
                            documentHash: string;
                            text: string;
                            document: {
                                version: string;
                                /** @enum {string} */
                                language: "sv" | "en";
                                title: string;
                                notice: string;
                                sections: {
                                    heading: string;
                                    blocks: ({
                                        /** @constant */
                                        kind: "text";
                                        text: string;
                                    } | {
                                        /** @constant */
                                        kind: "list";
                                        items: string[];
                                    } | {
                                        /** @constant */
                                        kind: "table";
                                        columns: string[];
                                        rows: string[][];
                                    })[];
                                }[];
                            };
                            ready: boolean;
                            newVersion: boolean;
                            changedFacts: boolean;
                        } | null;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit the description of this route */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["GatewayUnauthorized"];
            /** @description `forbidden`: Your role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `erased`: This has been erased and cannot be recreated */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Somebody else is changing this; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signAgreement: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes the request safe to repeat: same key and body, same record */
                "Idempotency-Key"?: string;
            };
            path: {
                clientId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    version: string;
                    /** @enum {string} */
                    language: "sv" | "en";
                    documentHash: string;
                    name: string;
                    title: string;
                    /** @constant */
                    mayBind: true;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        clientId: string;
                        /** @enum {string} */
                        state: "signed" | "replaced" | "ended";
                        version: string;
                        /** @enum {string} */
                        language: "sv" | "en";
                        /** Format: date-time */
                        signedAt: string;
                        endedAt: string | null;
                        keptUntil: string | null;
                        signBefore: string | null;
                        signedBy: {
                            name: string;
                            title: string;
                        };
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit the description of this route. `malformed-json`: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["GatewayUnauthorized"];
            /** @description `forbidden`: Your role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `document-changed`: The text is not the one that you read any more: read it again. `already-signed`: This very text has been signed already. `service-details-missing`: The service has not said yet who it is: it cannot sign */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `erased`: This has been erased and cannot be recreated */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large`: The body is larger than 64 kB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-mismatch`: This Idempotency-Key was used with another body */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Somebody else is changing this; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readAgreement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                clientId: string;
                agreementId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        clientId: string;
                        /** @enum {string} */
                        state: "signed" | "replaced" | "ended";
                        version: string;
                        /** @enum {string} */
                        language: "sv" | "en";
                        /** Format: date-time */
                        signedAt: string;
                        endedAt: string | null;
                        keptUntil: string | null;
                        signBefore: string | null;
                        documentHash: string;
                        text: string;
                        document: {
                            version: string;
                            /** @enum {string} */
                            language: "sv" | "en";
                            title: string;
                            notice: string;
                            sections: {
                                heading: string;
                                blocks: ({
                                    /** @constant */
                                    kind: "text";
                                    text: string;
                                } | {
                                    /** @constant */
                                    kind: "list";
                                    items: string[];
                                } | {
                                    /** @constant */
                                    kind: "table";
                                    columns: string[];
                                    rows: string[][];
                                })[];
                            }[];
                        };
                        signature: {
                            userId: string;
                            name: string;
                            title: string;
                            statement: string;
                            method: string;
                            networkAddress: string;
                            /** Format: date-time */
                            at: string;
                        };
                        countersignature: {
                            service: string;
                            name: string;
                            title: string;
                            /** Format: date-time */
                            at: string;
                        };
                        seal: {
                            signed: string;
                            signature: string;
                            publicKey: string;
                            evidence: string;
                        };
                        objections: {
                            subProcessorId: string;
                            text: string;
                            /** Format: date-time */
                            at: string;
                            by: string;
                        }[];
                    };
                };
            };
            401: components["responses"]["GatewayUnauthorized"];
            /** @description `forbidden`: Your role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Somebody else is changing this; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    objectToSubProcessor: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                clientId: string;
                agreementId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    subProcessorId: string;
                    text: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        clientId: string;
                        /** @enum {string} */
                        state: "signed" | "replaced" | "ended";
                        version: string;
                        /** @enum {string} */
                        language: "sv" | "en";
                        /** Format: date-time */
                        signedAt: string;
                        endedAt: string | null;
                        keptUntil: string | null;
                        signBefore: string | null;
                        documentHash: string;
                        text: string;
                        document: {
                            version: string;
                            /** @enum {string} */
                            language: "sv" | "en";
                            title: string;
                            notice: string;
                            sections: {
                                heading: string;
                                blocks: ({
                                    /** @constant */
                                    kind: "text";
                                    text: string;
                                } | {
                                    /** @constant */
                                    kind: "list";
                                    items: string[];
                                } | {
                                    /** @constant */
                                    kind: "table";
                                    columns: string[];
                                    rows: string[][];
                                })[];
                            }[];
                        };
                        signature: {
                            userId: string;
                            name: string;
                            title: string;
                            statement: string;
                            method: string;
                            networkAddress: string;
                            /** Format: date-time */
                            at: string;
                        };
                        countersignature: {
                            service: string;
                            name: string;
                            title: string;
                            /** Format: date-time */
                            at: string;
                        };
                        seal: {
                            signed: string;
                            signature: string;
                            publicKey: string;
                            evidence: string;
                        };
                        objections: {
                            subProcessorId: string;
                            text: string;
                            /** Format: date-time */
                            at: string;
                            by: string;
                        }[];
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit the description of this route. `malformed-json`: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["GatewayUnauthorized"];
            /** @description `forbidden`: Your role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `wrong-state`: That cannot be done in the state that this is in */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `erased`: This has been erased and cannot be recreated */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large`: The body is larger than 64 kB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-sub-processor`: Nothing is announced of such a sub-processor */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Somebody else is changing this; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readServiceDetails: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        details: {
                            name: string;
                            organisationNumber: string;
                            address: string;
                            email: string;
                            phone: string | null;
                            privacyContact: {
                                name: string;
                                email: string;
                                phone: string | null;
                            };
                            signatory: {
                                name: string;
                                title: string;
                            };
                        } | null;
                        changedAt: string | null;
                        version: number;
                    };
                };
            };
            401: components["responses"]["GatewayUnauthorized"];
            /** @description `forbidden`: Your role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Somebody else is changing this; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeServiceDetails: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that you read */
                "If-Match": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    organisationNumber: string;
                    address: string;
                    /** Format: email */
                    email: string;
                    /** @default null */
                    phone?: string | null;
                    privacyContact: {
                        name: string;
                        /** Format: email */
                        email: string;
                        /** @default null */
                        phone?: string | null;
                    };
                    signatory: {
                        name: string;
                        title: string;
                    };
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        details: {
                            name: string;
                            organisationNumber: string;
                            address: string;
                            email: string;
                            phone: string | null;
                            privacyContact: {
                                name: string;
                                email: string;
                                phone: string | null;
                            };
                            signatory: {
                                name: string;
                                title: string;
                            };
                        } | null;
                        changedAt: string | null;
                        version: number;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit the description of this route. `malformed-json`: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["GatewayUnauthorized"];
            /** @description `forbidden`: Your role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `version-conflict`: It has changed since you read it */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large`: The body is larger than 64 kB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `if-match-required`: Send If-Match with the ETag that you read */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Somebody else is changing this; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSubProcessors: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            version: number;
                            current: {
                                name: string;
                                address: string;
                                contact: string;
                                country: string;
                                place: string;
                                purpose: {
                                    sv: string;
                                    en: string;
                                };
                                ultimateParent: {
                                    name: string;
                                    country: string;
                                } | null;
                                transfer: {
                                    sv: string;
                                    en: string;
                                } | null;
                            } | null;
                            next: {
                                details: {
                                    name: string;
                                    address: string;
                                    contact: string;
                                    country: string;
                                    place: string;
                                    purpose: {
                                        sv: string;
                                        en: string;
                                    };
                                    ultimateParent: {
                                        name: string;
                                        country: string;
                                    } | null;
                                    transfer: {
                                        sv: string;
                                        en: string;
                                    } | null;
                                } | null;
                                holdsFrom: string;
                                /** Format: date-time */
                                announcedAt: string;
                            } | null;
                        }[];
                    };
                };
            };
            401: components["responses"]["GatewayUnauthorized"];
            /** @description `forbidden`: Your role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Somebody else is changing this; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addSubProcessor: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes the request safe to repeat: same key and body, same record */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    address: string;
                    contact: string;
                    country: string;
                    place: string;
                    purpose: {
                        sv: string;
                        en: string;
                    };
                    /** @default null */
                    ultimateParent?: {
                        name: string;
                        country: string;
                    } | null;
                    /** @default null */
                    transfer?: {
                        sv: string;
                        en: string;
                    } | null;
                    holdsFrom?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        version: number;
                        current: {
                            name: string;
                            address: string;
                            contact: string;
                            country: string;
                            place: string;
                            purpose: {
                                sv: string;
                                en: string;
                            };
                            ultimateParent: {
                                name: string;
                                country: string;
                            } | null;
                            transfer: {
                                sv: string;
                                en: string;
                            } | null;
                        } | null;
                        next: {
                            details: {
                                name: string;
                                address: string;
                                contact: string;
                                country: string;
                                place: string;
                                purpose: {
                                    sv: string;
                                    en: string;
                                };
                                ultimateParent: {
                                    name: string;
                                    country: string;
                                } | null;
                                transfer: {
                                    sv: string;
                                    en: string;
                                } | null;
                            } | null;
                            holdsFrom: string;
                            /** Format: date-time */
                            announcedAt: string;
                        } | null;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit the description of this route. `malformed-json`: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["GatewayUnauthorized"];
            /** @description `forbidden`: Your role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `erased`: This has been erased and cannot be recreated */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large`: The body is larger than 64 kB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-mismatch`: This Idempotency-Key was used with another body */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Somebody else is changing this; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeSubProcessor: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that you read */
                "If-Match": string;
            };
            path: {
                subProcessorId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    address?: string;
                    contact?: string;
                    country?: string;
                    place?: string;
                    purpose?: {
                        sv: string;
                        en: string;
                    };
                    ultimateParent?: {
                        name: string;
                        country: string;
                    } | null;
                    transfer?: {
                        sv: string;
                        en: string;
                    } | null;
                    /** @constant */
                    ends?: true;
                    holdsFrom?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        version: number;
                        current: {
                            name: string;
                            address: string;
                            contact: string;
                            country: string;
                            place: string;
                            purpose: {
                                sv: string;
                                en: string;
                            };
                            ultimateParent: {
                                name: string;
                                country: string;
                            } | null;
                            transfer: {
                                sv: string;
                                en: string;
                            } | null;
                        } | null;
                        next: {
                            details: {
                                name: string;
                                address: string;
                                contact: string;
                                country: string;
                                place: string;
                                purpose: {
                                    sv: string;
                                    en: string;
                                };
                                ultimateParent: {
                                    name: string;
                                    country: string;
                                } | null;
                                transfer: {
                                    sv: string;
                                    en: string;
                                } | null;
                            } | null;
                            holdsFrom: string;
                            /** Format: date-time */
                            announcedAt: string;
                        } | null;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit the description of this route. `malformed-json`: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["GatewayUnauthorized"];
            /** @description `forbidden`: Your role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `version-conflict`: It has changed since you read it */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large`: The body is larger than 64 kB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `if-match-required`: Send If-Match with the ETag that you read */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Somebody else is changing this; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readAgreementDocument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                clientId: string;
                agreementId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            401: components["responses"]["GatewayUnauthorized"];
            /** @description `forbidden`: Your role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Somebody else is changing this; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readCertificateDocument: {
        parameters: {
            query?: {
                language?: "sv" | "en";
            };
            header?: never;
            path: {
                clientId: string;
                certificateId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description `invalid-request`: The request does not fit the description of this route */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["GatewayUnauthorized"];
            /** @description `forbidden`: Your role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Somebody else is changing this; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listErasureLog: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            day: string;
                            head: string;
                            hash: string;
                            signature: string;
                            publicKey: string;
                            leaves: string[] | null;
                            own: {
                                clientId: string;
                                erased: number;
                                leaf: string;
                                path: {
                                    /** @enum {string} */
                                    side: "left" | "right";
                                    hash: string;
                                }[];
                            }[] | null;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit the description of this route. `invalid-cursor`: The cursor does not belong to this list */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["GatewayUnauthorized"];
            /** @description `forbidden`: Your role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Somebody else is changing this; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAudit: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                from?: string;
                to?: string;
            };
            header?: never;
            path: {
                clientId: string | "service";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        clientId: string | "service";
                        from: string | null;
                        to: string | null;
                        items: {
                            id: string;
                            /** Format: date-time */
                            at: string;
                            by: string;
                            /** @enum {string} */
                            role: "supervisor" | "operator" | "privacyOfficer" | "clientAdmin" | "staffMember" | "machine";
                            act: string;
                            detail: string | null;
                            recordId: string | null;
                            why: ("subjectRequest" | "clientAsked" | "complaint" | "fault" | "incident" | "call" | "upkeep" | "agreementEnded") | null;
                            requestId: string | null;
                            leaf: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit the description of this route. `invalid-cursor`: The cursor does not belong to this list */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["GatewayUnauthorized"];
            /** @description `forbidden`: Your role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Somebody else is changing this; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAuditLog: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @constant */
                            log: "audit";
                            day: string;
                            head: string;
                            hash: string;
                            signature: string;
                            publicKey: string;
                            leaves: string[] | null;
                            own: {
                                clientId: string;
                                rows: number;
                                leaf: string;
                                path: {
                                    /** @enum {string} */
                                    side: "left" | "right";
                                    hash: string;
                                }[];
                            }[] | null;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit the description of this route. `invalid-cursor`: The cursor does not belong to this list */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["GatewayUnauthorized"];
            /** @description `forbidden`: Your role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Somebody else is changing this; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    linkFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                clientId: string | "service";
                fileId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uri */
                        url: string;
                        key: string;
                        /** @enum {string} */
                        format: "json" | "pdf" | "zip";
                        name: string;
                        bytes: number;
                        sha256: string;
                        /** Format: date-time */
                        expiresAt: string;
                    };
                };
            };
            401: components["responses"]["GatewayUnauthorized"];
            /** @description `forbidden`: Your role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `erased`: This has been erased and cannot be recreated */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Somebody else is changing this; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listExports: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                clientId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            clientId: string;
                            what: ("register" | "messages")[];
                            days: number;
                            protectedStaff: string[];
                            /** @enum {string} */
                            why: "subjectRequest" | "clientAsked" | "complaint" | "fault" | "incident";
                            requestId: string | null;
                            askedBy: string;
                            /** Format: date-time */
                            askedAt: string;
                            progress: {
                                /** @enum {string} */
                                state: "waiting" | "running" | "done" | "failed";
                                done: number;
                                total?: number;
                            };
                            counts: {
                                staff: number;
                                messages: number;
                                leftOut: {
                                    /** @enum {string} */
                                    of: "staff" | "messages";
                                    /** @enum {string} */
                                    because: "protected" | "endsBefore" | "unreadable";
                                    count: number;
                                }[];
                            } | null;
                            file: {
                                id: string;
                                /** @enum {string} */
                                format: "json" | "pdf" | "zip";
                                name: string;
                                bytes: number;
                                sha256: string;
                                endsAt: string;
                            } | null;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit the description of this route. `invalid-cursor`: The cursor does not belong to this list */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["GatewayUnauthorized"];
            /** @description `forbidden`: Your role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `erased`: This has been erased and cannot be recreated */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Somebody else is changing this; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createExport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                clientId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    what: ("register" | "messages")[];
                    /** @default 7 */
                    days?: number;
                    /** @default [] */
                    protectedStaff?: string[];
                    /** @enum {string} */
                    why: "subjectRequest" | "clientAsked" | "complaint" | "fault" | "incident";
                    requestId?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        clientId: string;
                        what: ("register" | "messages")[];
                        days: number;
                        protectedStaff: string[];
                        /** @enum {string} */
                        why: "subjectRequest" | "clientAsked" | "complaint" | "fault" | "incident";
                        requestId: string | null;
                        askedBy: string;
                        /** Format: date-time */
                        askedAt: string;
                        progress: {
                            /** @enum {string} */
                            state: "waiting" | "running" | "done" | "failed";
                            done: number;
                            total?: number;
                        };
                        counts: {
                            staff: number;
                            messages: number;
                            leftOut: {
                                /** @enum {string} */
                                of: "staff" | "messages";
                                /** @enum {string} */
                                because: "protected" | "endsBefore" | "unreadable";
                                count: number;
                            }[];
                        } | null;
                        file: {
                            id: string;
                            /** @enum {string} */
                            format: "json" | "pdf" | "zip";
                            name: string;
                            bytes: number;
                            sha256: string;
                            endsAt: string;
                        } | null;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit the description of this route. `malformed-json`: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["GatewayUnauthorized"];
            /** @description `forbidden`: Your role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `wrong-state`: That cannot be done in the state that this is in */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `erased`: This has been erased and cannot be recreated */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large`: The body is larger than 64 kB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-staff`: A staff member named in the request is not in this register */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Somebody else is changing this; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readExport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                clientId: string;
                exportId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        clientId: string;
                        what: ("register" | "messages")[];
                        days: number;
                        protectedStaff: string[];
                        /** @enum {string} */
                        why: "subjectRequest" | "clientAsked" | "complaint" | "fault" | "incident";
                        requestId: string | null;
                        askedBy: string;
                        /** Format: date-time */
                        askedAt: string;
                        progress: {
                            /** @enum {string} */
                            state: "waiting" | "running" | "done" | "failed";
                            done: number;
                            total?: number;
                        };
                        counts: {
                            staff: number;
                            messages: number;
                            leftOut: {
                                /** @enum {string} */
                                of: "staff" | "messages";
                                /** @enum {string} */
                                because: "protected" | "endsBefore" | "unreadable";
                                count: number;
                            }[];
                        } | null;
                        file: {
                            id: string;
                            /** @enum {string} */
                            format: "json" | "pdf" | "zip";
                            name: string;
                            bytes: number;
                            sha256: string;
                            endsAt: string;
                        } | null;
                    };
                };
            };
            401: components["responses"]["GatewayUnauthorized"];
            /** @description `forbidden`: Your role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `erased`: This has been erased and cannot be recreated */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Somebody else is changing this; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listErasures: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                clientId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            clientId: string;
                            /** @enum {string} */
                            what: "person" | "message" | "register" | "client";
                            /** @enum {string} */
                            why: "subjectRequest" | "clientAsked" | "complaint" | "fault" | "incident" | "agreementEnded";
                            /** @enum {string} */
                            state: "counting" | "asked" | "running" | "byHand" | "done" | "withdrawn";
                            requestId: string | null;
                            messageId: string | null;
                            messages: ("erase" | "keep") | null;
                            askedBy: string;
                            /** Format: date-time */
                            askedAt: string;
                            confirmedBy: string | null;
                            confirmedAt: string | null;
                            doneAt: string | null;
                            withdrawn: {
                                /** Format: date-time */
                                at: string;
                                /** @enum {string} */
                                because: "somebody" | "requestChanged" | "notConfirmed" | "requestGone";
                            } | null;
                            certificateId: string | null;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit the description of this route. `invalid-cursor`: The cursor does not belong to this list */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["GatewayUnauthorized"];
            /** @description `forbidden`: Your role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Somebody else is changing this; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    askForErasure: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes the request safe to repeat: same key and body, same record */
                "Idempotency-Key"?: string;
            };
            path: {
                clientId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @constant */
                    what: "person";
                    requestId: string;
                    /**
                     * @default subjectRequest
                     * @enum {string}
                     */
                    why?: "subjectRequest" | "clientAsked" | "complaint" | "fault" | "incident" | "agreementEnded";
                } | {
                    /** @constant */
                    what: "message";
                    messageId: string;
                    /** @enum {string} */
                    why: "subjectRequest" | "clientAsked" | "complaint" | "fault" | "incident" | "agreementEnded";
                } | {
                    /** @constant */
                    what: "register";
                    /** @enum {string} */
                    messages: "erase" | "keep";
                    /** @enum {string} */
                    why: "subjectRequest" | "clientAsked" | "complaint" | "fault" | "incident" | "agreementEnded";
                } | {
                    /** @constant */
                    what: "client";
                    /**
                     * @default agreementEnded
                     * @enum {string}
                     */
                    why?: "subjectRequest" | "clientAsked" | "complaint" | "fault" | "incident" | "agreementEnded";
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        clientId: string;
                        /** @enum {string} */
                        what: "person" | "message" | "register" | "client";
                        /** @enum {string} */
                        why: "subjectRequest" | "clientAsked" | "complaint" | "fault" | "incident" | "agreementEnded";
                        /** @enum {string} */
                        state: "counting" | "asked" | "running" | "byHand" | "done" | "withdrawn";
                        requestId: string | null;
                        messageId: string | null;
                        messages: ("erase" | "keep") | null;
                        askedBy: string;
                        /** Format: date-time */
                        askedAt: string;
                        confirmedBy: string | null;
                        confirmedAt: string | null;
                        doneAt: string | null;
                        withdrawn: {
                            /** Format: date-time */
                            at: string;
                            /** @enum {string} */
                            because: "somebody" | "requestChanged" | "notConfirmed" | "requestGone";
                        } | null;
                        certificateId: string | null;
                        instruction: {
                            /** Format: date-time */
                            at: string;
                            /** @enum {string} */
                            given: "portal" | "email" | "letter" | "telephone";
                            /** @enum {string} */
                            as: "clientAdmin" | "privacyOfficer";
                        } | null;
                        counted: {
                            /** Format: date-time */
                            at: string;
                            counts: {
                                /** @enum {string} */
                                kind: "client" | "messages" | "deliveries" | "staff" | "users" | "machineClients" | "answering" | "contacts" | "suppressions" | "callCounts" | "files";
                                count: number;
                            }[];
                        } | null;
                        erased: {
                            /** @enum {string} */
                            kind: "client" | "messages" | "deliveries" | "staff" | "users" | "machineClients" | "answering" | "contacts" | "suppressions" | "callCounts" | "files";
                            count: number;
                        }[];
                        kept: {
                            /** @enum {string} */
                            kind: "agreements" | "requests" | "erasures" | "certificates" | "audit" | "tombstones" | "evidence" | "jobs" | "months" | "usersElsewhere" | "client" | "messages";
                            count: number | null;
                            until: string | null;
                        }[];
                        outOfReach: {
                            /** @enum {string} */
                            place: "recipients" | "callersOfTheApi" | "downloads" | "suppressionList" | "keysRecovery";
                            copies: number | null;
                        }[];
                        months: {
                            month: string;
                            messages: number;
                            calls: number;
                        }[];
                        byHand: {
                            id: string;
                            store: string;
                            recordId: string;
                            because: ("anotherPerson" | "controllersDuty" | "disputed" | "goneByItself") | null;
                        }[];
                        progress: {
                            /** @enum {string} */
                            state: "waiting" | "running" | "done" | "failed";
                            done: number;
                            total: number | null;
                        } | null;
                        mayConfirm: boolean;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit the description of this route. `malformed-json`: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["GatewayUnauthorized"];
            /** @description `forbidden`: Your role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `client-not-ended`: Only a client that has ended can be erased. `instruction-missing`: The client's instruction is missing: nothing is done without it. `erasure-under-way`: An erasure of what was found is asked for: withdraw it first; one that is confirmed is carried out. `wrong-state`: That cannot be done in the state that this is in */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `erased`: This has been erased and cannot be recreated */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large`: The body is larger than 64 kB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-mismatch`: This Idempotency-Key was used with another body */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Somebody else is changing this; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAllErasures: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                state?: "open" | "done";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            clientId: string;
                            /** @enum {string} */
                            what: "person" | "message" | "register" | "client";
                            /** @enum {string} */
                            why: "subjectRequest" | "clientAsked" | "complaint" | "fault" | "incident" | "agreementEnded";
                            /** @enum {string} */
                            state: "counting" | "asked" | "running" | "byHand" | "done" | "withdrawn";
                            requestId: string | null;
                            messageId: string | null;
                            messages: ("erase" | "keep") | null;
                            askedBy: string;
                            /** Format: date-time */
                            askedAt: string;
                            confirmedBy: string | null;
                            confirmedAt: string | null;
                            doneAt: string | null;
                            withdrawn: {
                                /** Format: date-time */
                                at: string;
                                /** @enum {string} */
                                because: "somebody" | "requestChanged" | "notConfirmed" | "requestGone";
                            } | null;
                            certificateId: string | null;
                            clientName: string | null;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit the description of this route. `invalid-cursor`: The cursor does not belong to this list */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["GatewayUnauthorized"];
            /** @description `forbidden`: Your role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Somebody else is changing this; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readErasure: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                clientId: string;
                erasureId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        clientId: string;
                        /** @enum {string} */
                        what: "person" | "message" | "register" | "client";
                        /** @enum {string} */
                        why: "subjectRequest" | "clientAsked" | "complaint" | "fault" | "incident" | "agreementEnded";
                        /** @enum {string} */
                        state: "counting" | "asked" | "running" | "byHand" | "done" | "withdrawn";
                        requestId: string | null;
                        messageId: string | null;
                        messages: ("erase" | "keep") | null;
                        askedBy: string;
                        /** Format: date-time */
                        askedAt: string;
                        confirmedBy: string | null;
                        confirmedAt: string | null;
                        doneAt: string | null;
                        withdrawn: {
                            /** Format: date-time */
                            at: string;
                            /** @enum {string} */
                            because: "somebody" | "requestChanged" | "notConfirmed" | "requestGone";
                        } | null;
                        certificateId: string | null;
                        instruction: {
                            /** Format: date-time */
                            at: string;
                            /** @enum {string} */
                            given: "portal" | "email" | "letter" | "telephone";
                            /** @enum {string} */
                            as: "clientAdmin" | "privacyOfficer";
                        } | null;
                        counted: {
                            /** Format: date-time */
                            at: string;
                            counts: {
                                /** @enum {string} */
                                kind: "client" | "messages" | "deliveries" | "staff" | "users" | "machineClients" | "answering" | "contacts" | "suppressions" | "callCounts" | "files";
                                count: number;
                            }[];
                        } | null;
                        erased: {
                            /** @enum {string} */
                            kind: "client" | "messages" | "deliveries" | "staff" | "users" | "machineClients" | "answering" | "contacts" | "suppressions" | "callCounts" | "files";
                            count: number;
                        }[];
                        kept: {
                            /** @enum {string} */
                            kind: "agreements" | "requests" | "erasures" | "certificates" | "audit" | "tombstones" | "evidence" | "jobs" | "months" | "usersElsewhere" | "client" | "messages";
                            count: number | null;
                            until: string | null;
                        }[];
                        outOfReach: {
                            /** @enum {string} */
                            place: "recipients" | "callersOfTheApi" | "downloads" | "suppressionList" | "keysRecovery";
                            copies: number | null;
                        }[];
                        months: {
                            month: string;
                            messages: number;
                            calls: number;
                        }[];
                        byHand: {
                            id: string;
                            store: string;
                            recordId: string;
                            because: ("anotherPerson" | "controllersDuty" | "disputed" | "goneByItself") | null;
                        }[];
                        progress: {
                            /** @enum {string} */
                            state: "waiting" | "running" | "done" | "failed";
                            done: number;
                            total: number | null;
                        } | null;
                        mayConfirm: boolean;
                    };
                };
            };
            401: components["responses"]["GatewayUnauthorized"];
            /** @description `forbidden`: Your role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Somebody else is changing this; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withdrawErasure: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                clientId: string;
                erasureId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no body */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["GatewayUnauthorized"];
            /** @description `forbidden`: Your role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `wrong-state`: That cannot be done in the state that this is in */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Somebody else is changing this; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirmErasure: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                clientId: string;
                erasureId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        clientId: string;
                        /** @enum {string} */
                        what: "person" | "message" | "register" | "client";
                        /** @enum {string} */
                        why: "subjectRequest" | "clientAsked" | "complaint" | "fault" | "incident" | "agreementEnded";
                        /** @enum {string} */
                        state: "counting" | "asked" | "running" | "byHand" | "done" | "withdrawn";
                        requestId: string | null;
                        messageId: string | null;
                        messages: ("erase" | "keep") | null;
                        askedBy: string;
                        /** Format: date-time */
                        askedAt: string;
                        confirmedBy: string | null;
                        confirmedAt: string | null;
                        doneAt: string | null;
                        withdrawn: {
                            /** Format: date-time */
                            at: string;
                            /** @enum {string} */
                            because: "somebody" | "requestChanged" | "notConfirmed" | "requestGone";
                        } | null;
                        certificateId: string | null;
                        instruction: {
                            /** Format: date-time */
                            at: string;
                            /** @enum {string} */
                            given: "portal" | "email" | "letter" | "telephone";
                            /** @enum {string} */
                            as: "clientAdmin" | "privacyOfficer";
                        } | null;
                        counted: {
                            /** Format: date-time */
                            at: string;
                            counts: {
                                /** @enum {string} */
                                kind: "client" | "messages" | "deliveries" | "staff" | "users" | "machineClients" | "answering" | "contacts" | "suppressions" | "callCounts" | "files";
                                count: number;
                            }[];
                        } | null;
                        erased: {
                            /** @enum {string} */
                            kind: "client" | "messages" | "deliveries" | "staff" | "users" | "machineClients" | "answering" | "contacts" | "suppressions" | "callCounts" | "files";
                            count: number;
                        }[];
                        kept: {
                            /** @enum {string} */
                            kind: "agreements" | "requests" | "erasures" | "certificates" | "audit" | "tombstones" | "evidence" | "jobs" | "months" | "usersElsewhere" | "client" | "messages";
                            count: number | null;
                            until: string | null;
                        }[];
                        outOfReach: {
                            /** @enum {string} */
                            place: "recipients" | "callersOfTheApi" | "downloads" | "suppressionList" | "keysRecovery";
                            copies: number | null;
                        }[];
                        months: {
                            month: string;
                            messages: number;
                            calls: number;
                        }[];
                        byHand: {
                            id: string;
                            store: string;
                            recordId: string;
                            because: ("anotherPerson" | "controllersDuty" | "disputed" | "goneByItself") | null;
                        }[];
                        progress: {
                            /** @enum {string} */
                            state: "waiting" | "running" | "done" | "failed";
                            done: number;
                            total: number | null;
                        } | null;
                        mayConfirm: boolean;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit the description of this route. `malformed-json`: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["GatewayUnauthorized"];
            /** @description `forbidden`: Your role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `second-person-required`: Another person than the one who asked has to confirm this. `client-not-ended`: Only a client that has ended can be erased. `instruction-missing`: The client's instruction is missing: nothing is done without it. `wrong-state`: That cannot be done in the state that this is in */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `erased`: This has been erased and cannot be recreated */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large`: The body is larger than 64 kB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Somebody else is changing this; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    continueErasure: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                clientId: string;
                erasureId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default [] */
                    left?: {
                        id: string;
                        /** @enum {string} */
                        because: "anotherPerson" | "controllersDuty" | "disputed" | "goneByItself";
                    }[];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        clientId: string;
                        /** @enum {string} */
                        what: "person" | "message" | "register" | "client";
                        /** @enum {string} */
                        why: "subjectRequest" | "clientAsked" | "complaint" | "fault" | "incident" | "agreementEnded";
                        /** @enum {string} */
                        state: "counting" | "asked" | "running" | "byHand" | "done" | "withdrawn";
                        requestId: string | null;
                        messageId: string | null;
                        messages: ("erase" | "keep") | null;
                        askedBy: string;
                        /** Format: date-time */
                        askedAt: string;
                        confirmedBy: string | null;
                        confirmedAt: string | null;
                        doneAt: string | null;
                        withdrawn: {
                            /** Format: date-time */
                            at: string;
                            /** @enum {string} */
                            because: "somebody" | "requestChanged" | "notConfirmed" | "requestGone";
                        } | null;
                        certificateId: string | null;
                        instruction: {
                            /** Format: date-time */
                            at: string;
                            /** @enum {string} */
                            given: "portal" | "email" | "letter" | "telephone";
                            /** @enum {string} */
                            as: "clientAdmin" | "privacyOfficer";
                        } | null;
                        counted: {
                            /** Format: date-time */
                            at: string;
                            counts: {
                                /** @enum {string} */
                                kind: "client" | "messages" | "deliveries" | "staff" | "users" | "machineClients" | "answering" | "contacts" | "suppressions" | "callCounts" | "files";
                                count: number;
                            }[];
                        } | null;
                        erased: {
                            /** @enum {string} */
                            kind: "client" | "messages" | "deliveries" | "staff" | "users" | "machineClients" | "answering" | "contacts" | "suppressions" | "callCounts" | "files";
                            count: number;
                        }[];
                        kept: {
                            /** @enum {string} */
                            kind: "agreements" | "requests" | "erasures" | "certificates" | "audit" | "tombstones" | "evidence" | "jobs" | "months" | "usersElsewhere" | "client" | "messages";
                            count: number | null;
                            until: string | null;
                        }[];
                        outOfReach: {
                            /** @enum {string} */
                            place: "recipients" | "callersOfTheApi" | "downloads" | "suppressionList" | "keysRecovery";
                            copies: number | null;
                        }[];
                        months: {
                            month: string;
                            messages: number;
                            calls: number;
                        }[];
                        byHand: {
                            id: string;
                            store: string;
                            recordId: string;
                            because: ("anotherPerson" | "controllersDuty" | "disputed" | "goneByItself") | null;
                        }[];
                        progress: {
                            /** @enum {string} */
                            state: "waiting" | "running" | "done" | "failed";
                            done: number;
                            total: number | null;
                        } | null;
                        mayConfirm: boolean;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit the description of this route. `malformed-json`: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["GatewayUnauthorized"];
            /** @description `forbidden`: Your role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `wrong-state`: That cannot be done in the state that this is in */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large`: The body is larger than 64 kB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Somebody else is changing this; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCertificates: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                clientId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            clientId: string;
                            erasureId: string;
                            /** @enum {string} */
                            what: "person" | "message" | "register" | "client";
                            /** Format: date-time */
                            issuedAt: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit the description of this route. `invalid-cursor`: The cursor does not belong to this list */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["GatewayUnauthorized"];
            /** @description `forbidden`: Your role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Somebody else is changing this; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readCertificate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                clientId: string;
                certificateId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        clientId: string;
                        erasureId: string;
                        /** @enum {string} */
                        what: "person" | "message" | "register" | "client";
                        /** Format: date-time */
                        issuedAt: string;
                        certificate: string;
                        signature: string;
                        publicKey: string;
                    };
                };
            };
            401: components["responses"]["GatewayUnauthorized"];
            /** @description `forbidden`: Your role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Somebody else is changing this; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSubjectRequests: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                clientId: string | "service";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            clientId: string | "service";
                            /** @enum {string} */
                            kind: "access" | "rectification" | "erasure" | "restriction" | "portability" | "objection";
                            /** @enum {string} */
                            state: "received" | "forwarded" | "instructed" | "preparing" | "released" | "closed";
                            /** Format: date-time */
                            receivedAt: string;
                            forwardBy: string;
                            deadline: string;
                            late: boolean;
                            extendedMonths: number;
                            outcome: ("carriedOut" | "nothingFound" | "refused" | "notIdentified" | "withdrawn" | "mistaken") | null;
                            closedAt: string | null;
                            clientName: string | null;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit the description of this route. `invalid-cursor`: The cursor does not belong to this list */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["GatewayUnauthorized"];
            /** @description `forbidden`: Your role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `erased`: This has been erased and cannot be recreated */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Somebody else is changing this; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createSubjectRequest: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes the request safe to repeat: same key and body, same record */
                "Idempotency-Key"?: string;
            };
            path: {
                clientId: string | "service";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    kind: "access" | "rectification" | "erasure" | "restriction" | "portability" | "objection";
                    /**
                     * @default telephone
                     * @enum {string}
                     */
                    by?: "telephone" | "email" | "letter" | "portal" | "client";
                    /** Format: date-time */
                    receivedAt?: string;
                    /** @default {} */
                    who?: {
                        /** @default [] */
                        names?: string[];
                        /** @default [] */
                        phones?: string[];
                        /** @default [] */
                        emails?: string[];
                        /** @default null */
                        staffId?: string | null;
                    };
                    /** @default null */
                    text?: string | null;
                    /** @default null */
                    contact?: string | null;
                    /**
                     * @default sv
                     * @enum {string}
                     */
                    language?: "sv" | "en";
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        clientId: string | "service";
                        /** @enum {string} */
                        kind: "access" | "rectification" | "erasure" | "restriction" | "portability" | "objection";
                        /** @enum {string} */
                        state: "received" | "forwarded" | "instructed" | "preparing" | "released" | "closed";
                        /** Format: date-time */
                        receivedAt: string;
                        forwardBy: string;
                        deadline: string;
                        late: boolean;
                        extendedMonths: number;
                        outcome: ("carriedOut" | "nothingFound" | "refused" | "notIdentified" | "withdrawn" | "mistaken") | null;
                        closedAt: string | null;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit the description of this route. `malformed-json`: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["GatewayUnauthorized"];
            /** @description `forbidden`: Your role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `erased`: This has been erased and cannot be recreated */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large`: The body is larger than 64 kB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-mismatch`: This Idempotency-Key was used with another body */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Somebody else is changing this; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAllSubjectRequests: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                state?: "open" | "closed";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            clientId: string | "service";
                            /** @enum {string} */
                            kind: "access" | "rectification" | "erasure" | "restriction" | "portability" | "objection";
                            /** @enum {string} */
                            state: "received" | "forwarded" | "instructed" | "preparing" | "released" | "closed";
                            /** Format: date-time */
                            receivedAt: string;
                            forwardBy: string;
                            deadline: string;
                            late: boolean;
                            extendedMonths: number;
                            outcome: ("carriedOut" | "nothingFound" | "refused" | "notIdentified" | "withdrawn" | "mistaken") | null;
                            closedAt: string | null;
                            clientName: string | null;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit the description of this route. `invalid-cursor`: The cursor does not belong to this list */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["GatewayUnauthorized"];
            /** @description `forbidden`: Your role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Somebody else is changing this; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readSubjectRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                clientId: string | "service";
                requestId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubjectRequest"];
                };
            };
            401: components["responses"]["GatewayUnauthorized"];
            /** @description `forbidden`: Your role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `erased`: This has been erased and cannot be recreated */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Somebody else is changing this; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeSubjectRequest: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that you read */
                "If-Match": string;
            };
            path: {
                clientId: string | "service";
                requestId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    kind?: "access" | "rectification" | "erasure" | "restriction" | "portability" | "objection";
                    /** Format: date-time */
                    receivedAt?: string;
                    who?: {
                        /** @default [] */
                        names?: string[];
                        /** @default [] */
                        phones?: string[];
                        /** @default [] */
                        emails?: string[];
                        /** @default null */
                        staffId?: string | null;
                    };
                    text?: string | null;
                    contact?: string | null;
                    /** @enum {string} */
                    language?: "sv" | "en";
                    notes?: string | null;
                    keepDays?: number;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubjectRequest"];
                };
            };
            /** @description `invalid-request`: The request does not fit the description of this route. `malformed-json`: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["GatewayUnauthorized"];
            /** @description `forbidden`: Your role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `erasure-under-way`: An erasure of what was found is asked for: withdraw it first; one that is confirmed is carried out. `wrong-state`: That cannot be done in the state that this is in */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `erased`: This has been erased and cannot be recreated */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `version-conflict`: It has changed since you read it */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large`: The body is larger than 64 kB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `if-match-required`: Send If-Match with the ETag that you read */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Somebody else is changing this; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    stepSubjectRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                clientId: string | "service";
                requestId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @constant */
                    step: "identify";
                    /** @enum {string} */
                    method: "calledBack" | "knownAddress" | "document" | "electronic" | "inPerson" | "knownToClient";
                    /** @default null */
                    note?: string | null;
                } | {
                    /** @constant */
                    step: "forward";
                } | {
                    /** @constant */
                    step: "instruct";
                    /** @enum {string} */
                    decision: "carryOut" | "refuse";
                    /**
                     * @default portal
                     * @enum {string}
                     */
                    given?: "portal" | "email" | "letter" | "telephone";
                    /** @default null */
                    text?: string | null;
                } | {
                    /** @constant */
                    step: "prepare";
                } | {
                    /** @constant */
                    step: "release";
                } | {
                    /** @constant */
                    step: "extend";
                    months: number;
                    /** @enum {string} */
                    why: "complexity" | "number";
                } | {
                    /** @constant */
                    step: "close";
                    /** @enum {string} */
                    outcome: "carriedOut" | "nothingFound" | "refused" | "notIdentified" | "withdrawn" | "mistaken";
                    /** @default null */
                    text?: string | null;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubjectRequest"];
                };
            };
            /** @description `invalid-request`: The request does not fit the description of this route. `malformed-json`: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["GatewayUnauthorized"];
            /** @description `forbidden`: Your role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `instruction-missing`: The client's instruction is missing: nothing is done without it. `erasure-not-certified`: What the person asks to be erased has no certificate of its erasure yet. `erasure-under-way`: An erasure of what was found is asked for: withdraw it first; one that is confirmed is carried out. `wrong-state`: That cannot be done in the state that this is in */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `erased`: This has been erased and cannot be recreated */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large`: The body is larger than 64 kB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Somebody else is changing this; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listFindings: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                decision?: "undecided" | "include" | "leave";
                third?: "none" | "toReview" | "shown" | "masked";
                store?: string;
                doubtful?: "true" | "false";
            };
            header?: never;
            path: {
                clientId: string | "service";
                requestId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            store: string;
                            recordId: string;
                            as: ("self" | "caller" | "recipient" | "contact" | "mentioned" | "actor" | "concerned" | "signatory")[];
                            how: ("phone" | "email" | "name" | "staffId" | "userId")[];
                            doubtful: boolean;
                            /** @enum {string} */
                            decision: "undecided" | "include" | "leave";
                            /** @enum {string} */
                            third: "none" | "toReview" | "shown" | "masked";
                            masks: {
                                code: string;
                                passage?: string;
                            }[];
                            expiresAt: string | null;
                            fields: {
                                code: string;
                                value: string;
                                found: string[];
                                others: string[];
                            }[];
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit the description of this route. `invalid-cursor`: The cursor does not belong to this list */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["GatewayUnauthorized"];
            /** @description `forbidden`: Your role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `erased`: This has been erased and cannot be recreated */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Somebody else is changing this; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    decideFindings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                clientId: string | "service";
                requestId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    findings: {
                        id: string;
                        /** @enum {string} */
                        decision?: "include" | "leave";
                        /** @enum {string} */
                        third?: "none" | "shown" | "masked";
                        masks?: {
                            code: string;
                            passage?: string;
                        }[];
                    }[];
                } | {
                    where: {
                        /** @enum {string} */
                        decision?: "undecided" | "include" | "leave";
                        /** @enum {string} */
                        third?: "none" | "toReview" | "shown" | "masked";
                        store?: string;
                        doubtful?: boolean;
                    };
                    set: {
                        /** @enum {string} */
                        decision?: "include" | "leave";
                        /** @enum {string} */
                        third?: "none" | "shown" | "masked";
                    };
                    cursor?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        changed: number;
                        nextCursor: string | null;
                        findings: {
                            all: number;
                            undecided: number;
                            doubtful: number;
                            included: number;
                            left: number;
                            toReview: number;
                        };
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit the description of this route. `malformed-json`: The body is not JSON. `invalid-cursor`: The cursor does not belong to this list */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["GatewayUnauthorized"];
            /** @description `forbidden`: Your role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `instruction-missing`: The client's instruction is missing: nothing is done without it. `erasure-under-way`: An erasure of what was found is asked for: withdraw it first; one that is confirmed is carried out. `wrong-state`: That cannot be done in the state that this is in */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `erased`: This has been erased and cannot be recreated */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large`: The body is larger than 64 kB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Somebody else is changing this; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readAccessReport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                clientId: string | "service";
                requestId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        search: {
                            jobId: string;
                            /** @enum {string} */
                            state: "waiting" | "running" | "done" | "failed";
                            done: number;
                            total: number | null;
                        } | null;
                        searchedAt: string | null;
                        searchAgain: boolean;
                        unreadable: number;
                        findings: {
                            all: number;
                            undecided: number;
                            doubtful: number;
                            included: number;
                            left: number;
                            toReview: number;
                        } | null;
                        report: {
                            job: {
                                jobId: string;
                                /** @enum {string} */
                                state: "waiting" | "running" | "done" | "failed";
                                done: number;
                                total: number | null;
                            };
                            madeAt: string | null;
                            files: {
                                fileId: string;
                                /** @enum {string} */
                                format: "json" | "pdf";
                                /** @enum {string} */
                                language: "sv" | "en";
                                bytes: number;
                                /** Format: date-time */
                                endsAt: string;
                            }[];
                            changed: number;
                        } | null;
                    };
                };
            };
            401: components["responses"]["GatewayUnauthorized"];
            /** @description `forbidden`: Your role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `erased`: This has been erased and cannot be recreated */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Somebody else is changing this; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    makeAccessReport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                clientId: string | "service";
                requestId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    language?: "sv" | "en";
                };
            };
        };
        responses: {
            /** @description Done */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        job: {
                            jobId: string;
                            /** @enum {string} */
                            state: "waiting" | "running" | "done" | "failed";
                            done: number;
                            total: number | null;
                        };
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit the description of this route. `malformed-json`: The body is not JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["GatewayUnauthorized"];
            /** @description `forbidden`: Your role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `instruction-missing`: The client's instruction is missing: nothing is done without it. `wrong-state`: That cannot be done in the state that this is in */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `erased`: This has been erased and cannot be recreated */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large`: The body is larger than 64 kB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Somebody else is changing this; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: "ok";
                        stage: string;
                    };
                };
            };
        };
    };
    readOpenApi: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
}
