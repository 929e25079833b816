#!/usr/bin/env bash
# Takes a message for Anna Lindqvist as an operator does, and follows it to her mailbox and telephone.
# Needs the local runner (npm start), curl and node. Another port: ANSWERONLINE=http://localhost:4020 docs/examples/take-message.sh
set -euo pipefail
origin=${ANSWERONLINE:-http://localhost:4010}

# json <expression>: what the expression says of the JSON document `it` on standard input
json() { node -e 'const it = JSON.parse(require("fs").readFileSync(0, "utf8")); const said = eval(process.argv[1]); console.log(typeof said === "string" ? said : JSON.stringify(said, null, 2))' "$1"; }
call() { curl --silent --show-error --fail-with-body --header "authorization: Bearer $token" --header 'content-type: application/json' "$@"; }
say() { printf '\n%s\n' "$1"; }

token=$(curl --silent --show-error --fail "$origin/dev/token" --data '{"user": "operator@answeronline.example"}' | json 'it.access_token')

say 'A call comes in on 08-465 004 10. Whose number is it?'
client=$(call "$origin/v1/clients/search" --data '{"number": "08-465 004 10"}')
clientId=$(json 'it.items[0].id' <<<"$client")
line=$(json 'it.line' <<<"$client")

say 'The desk of that client says how to answer now, and what to do:'
desk=$(call "$origin/v1/clients/$clientId/desk?line=$line")
json '`${it.name}: answer "${it.answerPhrase}"`' <<<"$desk"
json 'it.instructions.map(({ text }) => `- ${text}`).join("\n")' <<<"$desk"

say 'The caller asks for Anna, who does kitchens. Who is that, and what is a caller told?'
staff=$(call "$origin/v1/clients/$clientId/staff/search" --data '{"text": "anna kök", "line": "'"$line"'"}' | json 'it.items[0]')
json '`${it.name}, ${it.title}: "${it.answer.words}" (${it.answer.why.source})`' <<<"$staff"
staffId=$(json 'it.staffId' <<<"$staff")
answered=$(json '[it.answer.reference]' <<<"$staff")

say 'The message is taken. The answer says at once where it goes and when it is erased:'
key=$(node -p 'crypto.randomUUID()')
body=$(
  cat <<JSON
{
  "staffId": "$staffId",
  "caller": { "name": "Eva Ek", "company": "Ek Kakel", "phone": "070-174 06 30" },
  "matter": "Kaklet till badrummet kommer på torsdag, inte onsdag.",
  "urgency": "urgent",
  "callBack": true,
  "answered": $answered
}
JSON
)
message=$(call "$origin/v1/clients/$clientId/messages" --header "idempotency-key: $key" --data "$body")
messageId=$(json 'it.id' <<<"$message")
json '({ id: it.id, expiresAt: it.expiresAt, deliveries: it.deliveries.map(({ channel, state }) => `${channel}: ${state}`) })' <<<"$message"

say 'The line was bad and the request is sent again with the same Idempotency-Key. It is the same message:'
call "$origin/v1/clients/$clientId/messages" --header "idempotency-key: $key" --data "$body" | json 'it.id'

sleep 2
say 'Two seconds later:'
call "$origin/v1/clients/$clientId/messages/$messageId" |
  json 'it.deliveries.map(({ channel, state, attempts }) => `${channel}: ${state} (${attempts.map(({ words }) => words.sv)})`)'

say 'What Anna got:'
curl --silent --show-error --fail "$origin/dev/outbox" |
  json 'it.slice(0, 2).reverse().map(({ channel, to, subject, text }) => `--- ${channel} to ${to}${subject ? `: ${subject}` : ""}\n${text}`).join("\n")'

say 'The operator sees that Anna has rung back, and marks the message as handled:'
call --request PATCH "$origin/v1/clients/$clientId/messages/$messageId" --data '{"handled": true}' |
  json '`${it.state}, by ${it.handled.by} at ${it.handled.at}`'
