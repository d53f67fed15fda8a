/* What the example takes of ESP-IDF's header of this name; the other files here
 * are the same kind of thing. */
#ifndef ESP_ERR_H
#define ESP_ERR_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
typedef int esp_err_t;
#define ESP_OK 0
#define ESP_FAIL (-1)
void abort(void);
#define ESP_ERROR_CHECK(call) \
  do {                        \
    if ((call) != ESP_OK) {   \
      abort();                \
    }                         \
  } while (0)
#endif
