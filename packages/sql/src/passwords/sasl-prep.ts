/**
 * A password as SCRAM takes it (RFC 4013, as PostgreSQL applies it): compatibility characters composed, odd spaces plain, invisible
 * characters gone. A text that the profile forbids is taken as it stands, as the server does.
 */
export function saslPrep(password: string): string {
  if (/^[\x20-\x7e]*$/.test(password)) return password;
  const prepared = password.replaceAll(oddSpaces, ' ').replaceAll(mappedToNothing, '').normalize('NFKC');
  return prepared === '' || forbidden.test(prepared) ? password : prepared;
}

const oddSpaces = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/gu;
const mappedToNothing = /\u00ad|\u034f|\u1806|[\u180b-\u180d]|[\u200b-\u200d]|\u2060|[\ufe00-\ufe0f]|\ufeff/gu;
// Control characters, private use, noncharacters, surrogates, and what changes direction or stands for an object.
const forbidden =
  // oxlint-disable-next-line no-control-regex
  /[\0-\x1f\x7f-\x9f\u06dd\u070f\u180e\u200e\u200f\u2028-\u202e\u2061-\u2063\u206a-\u206f\ufff9-\uffff]|\p{Co}|\p{Cs}/u;
