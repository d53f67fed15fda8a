/* What the example takes of Zephyr's header of this name; the other files here
 * are the same kind of thing. */
#ifndef ZEPHYR_KERNEL_H
#define ZEPHYR_KERNEL_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>
#define ARG_UNUSED(argument) (void)(argument)
typedef struct {
  int64_t ticks;
} k_timeout_t;
#define K_MSEC(ms) ((k_timeout_t){(int64_t)(ms)})
int32_t k_sleep(k_timeout_t timeout);
int64_t k_uptime_get(void);
uint32_t k_uptime_get_32(void);
#endif
