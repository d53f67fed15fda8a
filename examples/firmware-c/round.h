/* One conversation with a service whose answers are known. */

#ifndef ROUND_H
#define ROUND_H

#include <stdint.h>

/* Start, renewal and stop of an agent; TOKENMINT_OK when it ended as it should. */
int32_t conversation_round(void);

/* One request, whose token is of the time and the salt of those in tokens.c. */
int32_t conversation_request(void);

#endif
