#include "esp_err.h"
typedef uint32_t nvs_handle_t;
typedef enum { NVS_READONLY, NVS_READWRITE } nvs_open_mode_t;
esp_err_t nvs_open(const char *name, nvs_open_mode_t mode, nvs_handle_t *out);
esp_err_t nvs_get_blob(nvs_handle_t nvs, const char *key, void *out,
                       size_t *len);
esp_err_t nvs_set_blob(nvs_handle_t nvs, const char *key, const void *value,
                       size_t len);
esp_err_t nvs_commit(nvs_handle_t nvs);
void nvs_close(nvs_handle_t nvs);
