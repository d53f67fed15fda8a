/* One conversation with a service whose answers are known. */

#ifndef ROUND_H
#define ROUND_H

#include <stdint.h>

/* Start, renewal and stop of an agent; TOKENMINT_OK when it ended as it should. */
int32_t conversation_round(void);

#endif
