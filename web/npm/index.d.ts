/** What is known of what a token should be. What is left out is not asked. */
export interface Question {
  /** Unix seconds; the present time when it is left out. */
  now?: number;
  /** The app id, as somebody believes it to be. */
  app_id?: string;
  /** App certificate (Agora) or server secret (ZEGO). */
  secret?: string;
  /** Public key of a JWT: PEM or JWK. */
  public_key?: string;
  /** Whom a JWT has to be for. */
  audience?: string;
  /** The channel or room that is joined; asks for joining unless more is said. */
  channel?: string;
  /** The numeric user, 0 to 4294967295; not together with `account`. */
  uid?: number;
  /** The user as text; of a JWT its subject. */
  account?: string;
  role?: "publisher" | "subscriber" | (string & {});
  /** Such as `rtc:publish-audio`, `rtm:login`, `1:2`. */
  privileges?: string[];
  /** Leave joining out of the question, although there is a channel. */
  any_privilege?: boolean;
  /** The only version that is accepted. */
  accepts?: "007" | "006" | "04" | "03";
  /** What the SDK said: a code or a text. */
  sdk_error?: string;
}

export interface Field {
  label: string;
  text: string;
  /** Of a point in time: Unix seconds. */
  unix: number | null;
}

export interface Tree {
  fields: Field[];
  parts: (Tree & { title: string })[];
}

/** Some bytes of a layer that belong together. */
export interface Piece {
  len: number;
  name: string;
  value: string;
}

/** A token is a few layers, one inside the other. */
export interface Layer {
  name: string;
  /** How the layer before becomes this one. */
  from: string;
  text?: string;
  hex?: string;
  pieces: Piece[];
}

export interface Answer {
  name: string;
  outcome: "holds" | "fails" | "not-asked" | "undecided";
  message: string;
}

export interface Warning {
  name: string;
  message: string;
}

export interface Damage {
  cause: string;
  detail: string;
}

export interface Inspected {
  /** Such as `agora-007`, `zego-04`, `jwt`. */
  format: string;
  title: string;
  /** The token as the server made it. */
  token: string;
  /** What was undone to find it. */
  undone: Damage[];
  recovered_token?: string;
  notes: string[];
  warnings: Warning[];
  tree: Tree;
  /** The same for people, as text. */
  text: string;
  anatomy: Layer[];
  signature_check?: Answer;
  fields: Record<string, unknown>;
  [list: string]: unknown;
}

export interface Verified {
  format: string;
  title: string;
  answers: Answer[];
  /** Everything that was asked holds, the signature included. */
  holds: boolean;
  /** What matters first of all that fails. */
  failing: string | null;
  warnings: Warning[];
  undone: Damage[];
  fields: Record<string, unknown>;
  [list: string]: unknown;
}

export interface Diagnosis {
  verdict: "holds" | "fails" | "unreadable";
  failing: string[];
  causes: string[];
  told: { id: string; meaning: string; advice: string }[];
  recovered_token: string | null;
  verdict_of_recovered: "holds" | "fails" | "unreadable" | null;
  failing_of_recovered: string[] | null;
  uid_candidates: number[];
  sdk_reports: string | null;
  advice: string[];
  not_checked: string[];
  /** The same for people, as text. */
  text: string;
}

export type Builder =
  | "rtc" | "rtc-rtm" | "rtc-rtm2" | "rtm" | "chat-user" | "chat-app"
  | "education-room-user" | "education-user" | "education-app"
  | "fpa" | "convoai" | "stt" | "rtc006" | "rtm006" | "zego-token04";

export interface MintOptions {
  app_id: string;
  /** App certificate (Agora) or server secret (ZEGO). */
  secret: string;
  channel?: string;
  uid?: number;
  account?: string;
  role?: "publisher" | "subscriber" | (string & {});
  /** Lifetime in seconds; 3600 when it is left out. */
  expire?: number;
  /** Lifetime of the privileges in seconds; as `expire` when it is left out. */
  privilege_expire?: number;
  /** `rtc`, `rtc-rtm2`, `convoai`, `stt`: lifetimes in seconds for joining and
      publishing audio, video and data. */
  privileges_expire?: [number, number, number, number];
  /** 006: when the privileges end, in Unix seconds. */
  expires_at?: number;
  /** `rtc-rtm2`, `convoai`, `stt`: the signaling user, when it is another. */
  rtm_user_id?: string;
  /** `rtc-rtm2`, `convoai`, `stt`: lifetime of signaling; as `expire` when it is
      left out. */
  rtm_expire?: number;
  /** `education-room-user`: role, 1 when it is left out. */
  classroom_role?: number;
  /** ZEGO: payload text; empty for an identity token. */
  payload?: string;
  /** ZEGO: encryption; `cbc` when it is left out. */
  mode?: "cbc" | "gcm";
  /** Only what the wire format cannot carry is refused. */
  lenient?: boolean;
  /** Unix seconds; the present time when it is left out. */
  issued_at?: number;
  /** Agora: drawn when it is left out. */
  salt?: number;
  /** ZEGO: hexadecimal digits of 16 (GCM: 12) bytes, drawn when left out. */
  iv?: string;
  /** ZEGO: drawn when it is left out. */
  nonce?: number;
}

/** A request was refused. */
export class TokenmintError extends Error {
  /** `unreadable-token`, `refused`, `bad-request`. */
  code: string;
  /** The member of the options that it is about. */
  member: string | null;
}

export interface Tokenmint {
  inspect(text: string, options?: Question): Inspected[];
  verify(text: string, options?: Question): Verified;
  doctor(text: string, options?: Question): Diagnosis;
  mint(builder: Builder, options: MintOptions): string;
}

/**
 * Loads the module: the file beside this one, or what is handed in.
 */
export function load(module?: BufferSource | WebAssembly.Module): Promise<Tokenmint>;
