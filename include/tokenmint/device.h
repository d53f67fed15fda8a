/*
 * A device in a conversation: an agent of Conversational AI is started, renewed
 * and stopped, whatever gets lost on the way and whenever the power goes. The
 * conventions are in tokenmint.h; what is said of tokens is in agora.h, and the
 * statuses there apply to functions that mint.
 *
 * A session says what to do next: keep bytes, send a request, wait. It does
 * none of that itself:
 *
 * @code{.c}
 * uint32_t event = TOKENMINT_DEVICE_EVENT_TICK;
 * do {
 *   tokenmint_device_session_next(&session, &device, event, &answer, millis(),
 *                                 &step);
 *   event = TOKENMINT_DEVICE_EVENT_TICK;
 *   if (step.kind == TOKENMINT_DEVICE_STEP_KEEP) {
 *     event = flash_write(step.kept) ? TOKENMINT_DEVICE_EVENT_KEPT
 *                                    : TOKENMINT_DEVICE_EVENT_NOT_KEPT;
 *   } else if (step.kind == TOKENMINT_DEVICE_STEP_SEND) {
 *     event = exchange(&device, &step, &answer); // yours: see docs/device.md
 *   } else if (step.kind == TOKENMINT_DEVICE_STEP_WAIT) {
 *     sleep_ms(step.ms);
 *   }
 * } while (step.kind != TOKENMINT_DEVICE_STEP_DONE);
 * @endcode
 *
 * Session and answer live in memory of yours between calls: nobody else writes
 * there, and one that was not begun is refused with
 * TOKENMINT_ERR_UNKNOWN_VALUE.
 *
 * This file is generated: edit ffi/src or ffi/header, then run
 * `cargo xtask header`.
 */

#ifndef TOKENMINT_DEVICE_H
#define TOKENMINT_DEVICE_H

#include "agora.h"

#define TOKENMINT_DEVICE_AREA_GLOBAL 0 /**< `api.agora.io`. */
#define TOKENMINT_DEVICE_AREA_US 1 /**< North America. */
#define TOKENMINT_DEVICE_AREA_EU 2 /**< Europe. */
#define TOKENMINT_DEVICE_AREA_AP 3 /**< Asia without mainland China. */
#define TOKENMINT_DEVICE_AREA_CN 4 /**< Mainland China. */

/** Write `kept` to flash; then the event is `..._KEPT` or `..._NOT_KEPT`. */
#define TOKENMINT_DEVICE_STEP_KEEP 1
/** Send the request `ask` and read the answer; then the event is
 *  `..._ANSWERED`, `..._NOT_SENT`, `..._UNTRUSTED` or `..._LOST`. */
#define TOKENMINT_DEVICE_STEP_SEND 2
#define TOKENMINT_DEVICE_STEP_WAIT 3 /**< Go on after `ms`, or before. */
/** The start, the stop or the conversation has ended, as `end` says. */
#define TOKENMINT_DEVICE_STEP_DONE 4

#define TOKENMINT_DEVICE_ASK_DATE 0 /**< Any answer, for its date. */
#define TOKENMINT_DEVICE_ASK_START 1 /**< Start the agent. */
#define TOKENMINT_DEVICE_ASK_FIND 2 /**< Find the agents of the channel. */
#define TOKENMINT_DEVICE_ASK_WHOSE 3 /**< Whose an agent is. */
#define TOKENMINT_DEVICE_ASK_RENEW 4 /**< Give the agent a new token. */
#define TOKENMINT_DEVICE_ASK_PING 5 /**< Say that somebody is there. */
#define TOKENMINT_DEVICE_ASK_STOP 6 /**< Stop the agent. */

#define TOKENMINT_DEVICE_END_NEW 0 /**< The session is new. */
#define TOKENMINT_DEVICE_END_STOPPED 1 /**< No agent of this device runs. */
/** The agent has left by itself. Start another. */
#define TOKENMINT_DEVICE_END_LEFT 2
/** The service refuses; see `http_status`. */
#define TOKENMINT_DEVICE_END_REFUSED 3
/** An agent of another device has the name: give each device its own. */
#define TOKENMINT_DEVICE_END_TAKEN 4
#define TOKENMINT_DEVICE_END_UNREACHABLE 5 /**< No connection to the service. */
/** TLS does not trust the service: look at the host, the certificates, the
 *  clock of TLS. */
#define TOKENMINT_DEVICE_END_UNTRUSTED 6
/** Answers were lost or not understood. Start or stop again. */
#define TOKENMINT_DEVICE_END_UNCLEAR 7
/** The time for the call is over. Start or stop again. */
#define TOKENMINT_DEVICE_END_LATE 8
/** The record could not be written, so nothing was started. */
#define TOKENMINT_DEVICE_END_NOT_KEPT 9
/** No answer has a date: set the clock. */
#define TOKENMINT_DEVICE_END_NO_CLOCK 10
/** The service does not say the names of its agents, so nobody knows which is
 *  this device's. */
#define TOKENMINT_DEVICE_END_NAMELESS 11

#define TOKENMINT_DEVICE_KEPT_LEN 32 /**< Bytes that a device keeps in flash. */
#define TOKENMINT_DEVICE_AGENT_ID_MAX 40 /**< The most bytes of an agent id. */

/** Nothing came, or not all of it: it may have been done. */
#define TOKENMINT_DEVICE_SAID_LOST 0
#define TOKENMINT_DEVICE_SAID_DONE 1 /**< It was done. */
/** The agent is not there: one that was to be stopped is stopped. */
#define TOKENMINT_DEVICE_SAID_GONE 2
/** An agent of this name runs already. */
#define TOKENMINT_DEVICE_SAID_CONFLICT 3
#define TOKENMINT_DEVICE_SAID_REFUSED 4 /**< It was refused. */
/** A success without what was asked for, such as the page of a proxy. */
#define TOKENMINT_DEVICE_SAID_UNUSABLE 5

/** Nothing, or time has passed. Also the first one after a start or a stop. */
#define TOKENMINT_DEVICE_EVENT_TICK 0
#define TOKENMINT_DEVICE_EVENT_KEPT 1 /**< The bytes are in flash. */
#define TOKENMINT_DEVICE_EVENT_NOT_KEPT 2 /**< They could not be written. */
/** There was no connection: nothing of the request has left. */
#define TOKENMINT_DEVICE_EVENT_NOT_SENT 3
/** TLS failed before anything of the request has left. */
#define TOKENMINT_DEVICE_EVENT_UNTRUSTED 4
/** Something of the request may have left, and no answer has come in time. */
#define TOKENMINT_DEVICE_EVENT_LOST 5
/** The answer was read, whole or not. */
#define TOKENMINT_DEVICE_EVENT_ANSWERED 6

/** All of it: bytes of HTTP/1.1 for a TLS stream, which ask the server to close
 *  the connection after its answer. */
#define TOKENMINT_DEVICE_PART_REQUEST 0
/** The name of the host to connect to, port 443 unless `base_url` names
 *  another. */
#define TOKENMINT_DEVICE_PART_HOST 1
#define TOKENMINT_DEVICE_PART_URL 2 /**< The URL. */
/** The value of the header that proves the device, mostly `Authorization`;
 *  empty: there is none. */
#define TOKENMINT_DEVICE_PART_AUTHORIZATION 3
/** The body, `application/json`; empty: there is none. */
#define TOKENMINT_DEVICE_PART_BODY 4

/*
 * What TOKENMINT_DEVICE_INIT names. A device links what its struct has named
 * somewhere, and nothing else: define another one before this header is read,
 * or set the member.
 */
/** Makes tokens; NULL where somebody else does. */
#ifndef TOKENMINT_DEVICE_MINT
#define TOKENMINT_DEVICE_MINT tokenmint_device_mint
#endif
/** Who is asked. */
#ifndef TOKENMINT_DEVICE_SERVICE
#define TOKENMINT_DEVICE_SERVICE tokenmint_device_convoai
#endif
/** Where. */
#ifndef TOKENMINT_DEVICE_SERVER
#define TOKENMINT_DEVICE_SERVER tokenmint_device_area
#endif
/** What proves the device. */
#ifndef TOKENMINT_DEVICE_AUTHORIZATION
#define TOKENMINT_DEVICE_AUTHORIZATION tokenmint_device_token
#endif

/* Sizes of static buffers that are always enough. */

/** What not every device needs: it names the functions that it takes, and no
 *  other is linked. They are not called directly. */
typedef int32_t (*tokenmint_device_part)(void *making);

/** A device: whom it asks, what proves it, and the agent that it wants. Nothing
 *  of it changes during a conversation but issue time and salt of the
 *  issuer. */
typedef struct {
  size_t struct_size; /**< `sizeof(tokenmint_device)`. */
  /** A server of your own, `https://...`, where `server` takes one. */
  const char *base_url;
  size_t base_url_len; /**< Bytes of the base URL. */
  const char *app_id; /**< The app id: 32 hexadecimal digits. */
  size_t app_id_len; /**< Bytes of the app id. */
  /** The name of the agent: the device's own, since the service has an agent of
   *  a name but once. */
  const char *name;
  size_t name_len; /**< Bytes of the name. */
  const char *channel; /**< The channel of the conversation. */
  size_t channel_len; /**< Bytes of the channel. */
  /** The user id that the agent has there: a number, or a text with a
   *  letter. */
  const char *agent_uid;
  size_t agent_uid_len; /**< Bytes of the agent's user id. */
  /** The user id of the device, to whom the agent listens; "*": to
   *  everybody. */
  const char *remote_uid;
  size_t remote_uid_len; /**< Bytes of the device's user id. */
  /** The models as a preset, its names separated by commas; NULL: none. */
  const char *preset;
  size_t preset_len; /**< Bytes of the preset. */
  const char *pipeline; /**< The models as the id of a pipeline; NULL: none. */
  size_t pipeline_len; /**< Bytes of the pipeline. */
  /** More members of the start's `properties`, such as `{"llm": {...}}`: a JSON
   *  object, where `more` takes one. */
  const char *properties;
  size_t properties_len; /**< Bytes of the properties. */
  /** What the agent's speech is encoded with: "PCMU", "G711A", "G722"; NULL: as
   *  the service likes. */
  const char *codec;
  size_t codec_len; /**< Bytes of the codec. */
  /** A token that somebody else made, where `issuer` is NULL: the agent joins
   *  its channel with it, and it proves the device. */
  const char *token;
  size_t token_len; /**< Bytes of the token. */
  const char *secret_name; /**< See `authorization`. */
  size_t secret_name_len; /**< Bytes of the secret's name. */
  /** See `authorization`. The library keeps no copy after a call. */
  const char *secret;
  size_t secret_len; /**< Bytes of the secret. */
  /** Who issues the tokens of requests and agent; NULL: nobody here does.
   *  Before a request `issued_at` is to be set from the step, and `salt` to a
   *  random number. */
  const tokenmint_agora_issuer *issuer;
  /** Makes them: @ref tokenmint_device_mint; NULL where nobody here does. */
  tokenmint_device_part mint;
  /** Who is asked: @ref tokenmint_device_convoai, or a server of your own, @ref
   *  tokenmint_device_sample or @ref tokenmint_device_ten. */
  tokenmint_device_part service;
  /** Where: @ref tokenmint_device_area, @ref tokenmint_device_url, or @ref
   *  tokenmint_device_plain_url. */
  tokenmint_device_part server;
  /** What proves the device: @ref tokenmint_device_token, @ref
   *  tokenmint_device_bearer, @ref tokenmint_device_basic or @ref
   *  tokenmint_device_header; NULL: nothing. */
  tokenmint_device_part authorization;
  /** @ref tokenmint_device_properties where `properties` are given; else
   *  NULL. */
  tokenmint_device_part more;
  uint32_t area; /**< `TOKENMINT_DEVICE_AREA_...`. */
  /** Which region of the area, from 0, over and over: add 1 after a failure. */
  uint32_t region;
  /** Seconds that a token lasts which `issuer` makes: 1 to 86,400. It is
   *  renewed when three eighths of them are over. */
  uint32_t token_seconds;
  /** Seconds after which the agent leaves when no user is there; 0: never. */
  uint32_t idle_seconds;
  /** The most milliseconds that an answer may take: 1,000 to 600,000. */
  uint32_t answer_ms;
  uint32_t reserved; /**< Always 0. */
} tokenmint_device;
#define TOKENMINT_DEVICE_INIT \
  { sizeof(tokenmint_device), NULL, 0, NULL, 0, NULL, 0, NULL, 0, NULL, 0, \
    NULL, 0, NULL, 0, NULL, 0, NULL, 0, NULL, 0, NULL, 0, NULL, 0, NULL, 0, \
    NULL, TOKENMINT_DEVICE_MINT, TOKENMINT_DEVICE_SERVICE, \
    TOKENMINT_DEVICE_SERVER, TOKENMINT_DEVICE_AUTHORIZATION, 0, \
    TOKENMINT_DEVICE_AREA_GLOBAL, 0, 86400, 120, 20000, 0 }

/** What to do now. */
typedef struct {
  size_t struct_size; /**< `sizeof(tokenmint_device_step)`. */
  const char *method; /**< Of a request: "GET" or "POST", with a NUL. */
  uint32_t kind; /**< `TOKENMINT_DEVICE_STEP_...`. */
  uint32_t ask; /**< Of a request: `TOKENMINT_DEVICE_ASK_...`. */
  /** Milliseconds: of a request those in which the answer has to be there, of a
   *  wait those that it takes. */
  uint32_t ms;
  uint32_t end; /**< Of what is done: `TOKENMINT_DEVICE_END_...`. */
  uint32_t http_status; /**< Of what is refused: the status of HTTP. */
  /** Of a request: the issue time of a token that is minted for it; 0: not
   *  known, and not needed. */
  uint32_t unix_seconds;
  uint32_t place; /**< Of a find: which of the agents is asked for, from 0. */
  uint32_t agent_id_len; /**< Bytes of `agent_id`. */
  /** The agent that the request is about, or that runs; a NUL follows. */
  char agent_id[48];
  /** What is to be written to flash. */
  uint8_t kept[TOKENMINT_DEVICE_KEPT_LEN];
} tokenmint_device_step;
#define TOKENMINT_DEVICE_STEP_INIT \
  { sizeof(tokenmint_device_step), NULL, 0, 0, 0, 0, 0, 0, 0, 0, { 0 }, \
    { 0 } }

/** An answer that is being read. No token is in it. The members are the
 *  library's. */
typedef struct {
  size_t struct_size; /**< `sizeof(tokenmint_device_answer)`. */
  uint64_t state[31];
} tokenmint_device_answer;
#define TOKENMINT_DEVICE_ANSWER_INIT \
  { sizeof(tokenmint_device_answer), { 0 } }

/** What an answer says; it points into the answer. */
typedef struct {
  size_t struct_size; /**< `sizeof(tokenmint_device_said)`. */
  /** The agent that was started or found, or that a conflict names. */
  const char *agent_id;
  size_t agent_id_len; /**< Bytes of the agent id; 0: none is named. */
  /** Why it was refused, in the service's words, such as "TaskConflict". */
  const char *reason;
  size_t reason_len; /**< Bytes of the reason. */
  uint32_t said; /**< `TOKENMINT_DEVICE_SAID_...`. */
  uint32_t http_status; /**< The status of HTTP; 0: none came. */
  /** Milliseconds that the service asks to wait; 0: it does not ask. */
  uint32_t retry_after_ms;
  /** The header `Date` in Unix seconds, of any answer; 0: none came. */
  uint32_t date;
} tokenmint_device_said;
#define TOKENMINT_DEVICE_SAID_INIT \
  { sizeof(tokenmint_device_said), NULL, 0, NULL, 0, 0, 0, 0, 0 }

/** A conversation of the device, from one power cut to the next: what is known
 *  of its agent, and of the time. No secrets are in it. The members are the
 *  library's. */
typedef struct {
  size_t struct_size; /**< `sizeof(tokenmint_device_session)`. */
  uint64_t state[23];
} tokenmint_device_session;
#define TOKENMINT_DEVICE_SESSION_INIT \
  { sizeof(tokenmint_device_session), { 0 } }

/** Takes the next bytes of a request: sends them, or keeps them. `context` is
 *  what was given with it. Returns `TOKENMINT_OK`, or anything else to end
 *  it. */
typedef int32_t (*tokenmint_device_sink)(
    void *context, const uint8_t *bytes, size_t bytes_len);

#ifdef __cplusplus
extern "C" {
#endif

/* What is next ------------------------------------------------------------- */

/**
 * Begins a session: after power has come, or with the next conversation.
 *
 * @param session  What becomes one.
 * @param device  The device.
 * @param kept,kept_len  What the last `TOKENMINT_DEVICE_STEP_KEEP` wrote to
 *   flash, whatever became of it; NULL, 0 where nothing ever was written.
 * @param now_ms  A counter of milliseconds, which may wrap.
 * @param random  A number that another device does not have.
 */
TOKENMINT_NODISCARD int32_t tokenmint_device_session_begin(
    tokenmint_device_session *session, const tokenmint_device *device,
    const uint8_t *kept, size_t kept_len, uint32_t now_ms, uint32_t random);

/**
 * Asks for an agent, and for one that stays; go on with @ref
 * tokenmint_device_session_next. One that runs already is taken over.
 *
 * @param session  The session.
 * @param now_ms  The counter of milliseconds.
 * @param within_ms  Milliseconds until it has to run; at most 2^31.
 */
TOKENMINT_NODISCARD int32_t tokenmint_device_session_start(
    tokenmint_device_session *session, uint32_t now_ms, uint32_t within_ms);

/**
 * Asks for the end of whatever agent of this device runs, known or lost; go on
 * with @ref tokenmint_device_session_next.
 *
 * @param session  The session.
 * @param now_ms  The counter of milliseconds.
 * @param within_ms  Milliseconds until none has to run; at most 2^31.
 */
TOKENMINT_NODISCARD int32_t tokenmint_device_session_stop(
    tokenmint_device_session *session, uint32_t now_ms, uint32_t within_ms);

/**
 * Sets the clock, where the device has one; else it is set by the first answer.
 *
 * @param session  The session.
 * @param unix_seconds  Seconds since 1970, UTC; 0: not known.
 * @param now_ms  The counter of milliseconds.
 */
TOKENMINT_NODISCARD int32_t tokenmint_device_session_set_clock(
    tokenmint_device_session *session, uint32_t unix_seconds, uint32_t now_ms);

/**
 * What to do next.
 *
 * @param session  The session.
 * @param device  The device.
 * @param event  What has happened since the last step:
 *   `TOKENMINT_DEVICE_EVENT_...`. One that does not fit that step is none.
 * @param answer  With `TOKENMINT_DEVICE_EVENT_ANSWERED` what was read; else not
 *   looked at, and may be NULL.
 * @param now_ms  The counter of milliseconds.
 * @param step  Receives what to do.
 */
TOKENMINT_NODISCARD int32_t tokenmint_device_session_next(
    tokenmint_device_session *session, const tokenmint_device *device,
    uint32_t event, const tokenmint_device_answer *answer, uint32_t now_ms,
    tokenmint_device_step *step);

/* Requests ----------------------------------------------------------------- */

/**
 * A request, or a part of it. A token that is minted for it is made in the
 * buffer as well, behind the text, and gone after the call.
 *
 * @param device  The device. Issue time and salt of its issuer are new.
 * @param step  The step that asks for the request.
 * @param part  `TOKENMINT_DEVICE_PART_...`.
 * @return Also TOKENMINT_ERR_EMPTY, TOKENMINT_ERR_STRING_TOO_LONG,
 *   TOKENMINT_ERR_BAD_CHARACTER, TOKENMINT_ERR_BAD_JSON.
 */
TOKENMINT_NODISCARD int32_t tokenmint_device_write(
    const tokenmint_device *device, const tokenmint_device_step *step,
    uint32_t part, char *out, size_t out_cap, size_t *out_len);

/**
 * A request in pieces, without a buffer for it: the same bytes of HTTP/1.1.
 *
 * @param device  The device. Issue time and salt of its issuer are new.
 * @param step  The step that asks for the request.
 * @param workspace,workspace_cap,needed  Room for the token that is minted; see
 *   "Outputs". Nothing is in it after the call, and `needed` is 0.
 * @param sink  Takes the pieces, of a few bytes each.
 * @param context  Handed to it as it is; may be NULL.
 * @retval TOKENMINT_ERR_SIGNER_FAILED  The function returned another number
 *   than `TOKENMINT_OK`.
 * @return Also TOKENMINT_ERR_EMPTY, TOKENMINT_ERR_STRING_TOO_LONG,
 *   TOKENMINT_ERR_BAD_CHARACTER, TOKENMINT_ERR_BAD_JSON.
 */
TOKENMINT_NODISCARD int32_t tokenmint_device_send(
    const tokenmint_device *device, const tokenmint_device_step *step,
    char *workspace, size_t workspace_cap, size_t *needed,
    tokenmint_device_sink sink, void *context);

/** Agora Conversational AI. */
TOKENMINT_NODISCARD int32_t tokenmint_device_convoai(void *making);

/** Shengwang's sample token server: `/agent/start`, `/agent/stop`. Models, idle
 *  time and name are its configuration. */
TOKENMINT_NODISCARD int32_t tokenmint_device_sample(void *making);

/** A server of TEN: `/start`, `/ping`, `/stop`. `pipeline` is the name of its
 *  graph, and user ids are numbers. */
TOKENMINT_NODISCARD int32_t tokenmint_device_ten(void *making);

/** The hosts of Conversational AI: of `area`, in turn by `region`. */
TOKENMINT_NODISCARD int32_t tokenmint_device_area(void *making);

/** A server of your own: `base_url`, which is `https://...`. */
TOKENMINT_NODISCARD int32_t tokenmint_device_url(void *making);

/** As @ref tokenmint_device_url, also `http://...`: on a workbench, since
 *  everybody on the way reads the tokens. */
TOKENMINT_NODISCARD int32_t tokenmint_device_plain_url(void *making);

/** The token that is minted, or `token`. */
TOKENMINT_NODISCARD int32_t tokenmint_device_token(void *making);

/** A bearer token, such as an attestation: `secret`. */
TOKENMINT_NODISCARD int32_t tokenmint_device_bearer(void *making);

/** A customer id, `secret_name`, and its `secret`, which opens every project of
 *  the customer to whoever reads the flash of one device. */
TOKENMINT_NODISCARD int32_t tokenmint_device_basic(void *making);

/** A header called `secret_name` with the value `secret`. */
TOKENMINT_NODISCARD int32_t tokenmint_device_header(void *making);

/** Checks `properties` and puts them into a start. */
TOKENMINT_NODISCARD int32_t tokenmint_device_properties(void *making);

/** Makes the token of `issuer`, for `agent_uid` in `channel`, new for every
 *  request. */
TOKENMINT_NODISCARD int32_t tokenmint_device_mint(void *making);

/* Answers ------------------------------------------------------------------ */

/**
 * Begins to read the answer to a request.
 *
 * @param device  The device.
 * @param step  The step that asked for the request.
 * @param answer  What will have been read.
 * @retval TOKENMINT_ERR_DUPLICATE  Device and agent have one user id, or
 *   `properties` has a member that the device says.
 * @return Also TOKENMINT_ERR_EMPTY, TOKENMINT_ERR_STRING_TOO_LONG,
 *   TOKENMINT_ERR_BAD_CHARACTER, TOKENMINT_ERR_BAD_JSON.
 */
TOKENMINT_NODISCARD int32_t tokenmint_device_answer_begin(
    const tokenmint_device *device, const tokenmint_device_step *step,
    tokenmint_device_answer *answer);

/**
 * Reads what came next over the connection, in pieces of any size.
 *
 * @param answer  The answer.
 * @param bytes,bytes_len  What came.
 * @param is_complete  Receives whether all of it is there.
 * @retval TOKENMINT_ERR_TOO_LARGE  It does not end.
 * @retval TOKENMINT_ERR_MALFORMED  It is no HTTP, or its length is a lie: the
 *   connection is of no use.
 */
TOKENMINT_NODISCARD int32_t tokenmint_device_answer_read(
    tokenmint_device_answer *answer, const uint8_t *bytes, size_t bytes_len,
    bool *is_complete);

/**
 * Says that the connection has ended, which is the end of an answer without a
 * length.
 *
 * @param answer  The answer. @retval TOKENMINT_ERR_TRUNCATED Half an answer
 *   came.
 */
TOKENMINT_NODISCARD int32_t tokenmint_device_answer_end(
    tokenmint_device_answer *answer);

/**
 * Takes the status and, one call for each, the headers of an answer that a
 * library has read. Then come @ref tokenmint_device_answer_body and @ref
 * tokenmint_device_answer_complete.
 *
 * @param answer  The answer.
 * @param http_status  The status of HTTP.
 * @param name,name_len  The name of a header; NULL, 0: none.
 * @param value,value_len  Its value.
 */
TOKENMINT_NODISCARD int32_t tokenmint_device_answer_head(
    tokenmint_device_answer *answer, uint32_t http_status, const char *name,
    size_t name_len, const char *value, size_t value_len);

/**
 * Takes a piece of the body of an answer that a library reads.
 *
 * @param answer  The answer.
 * @param bytes,bytes_len  The piece.
 */
TOKENMINT_NODISCARD int32_t tokenmint_device_answer_body(
    tokenmint_device_answer *answer, const uint8_t *bytes, size_t bytes_len);

/**
 * Says that a library has read an answer to its end.
 *
 * @param answer  The answer.
 */
TOKENMINT_NODISCARD int32_t tokenmint_device_answer_complete(
    tokenmint_device_answer *answer);

/**
 * What an answer says: for those who ask without a session.
 *
 * @param answer  The answer.
 * @param said  Receives what it says.
 */
TOKENMINT_NODISCARD int32_t tokenmint_device_answer_said(
    const tokenmint_device_answer *answer, tokenmint_device_said *said);

#ifdef __cplusplus
} // extern "C"
#endif

#endif // TOKENMINT_DEVICE_H
