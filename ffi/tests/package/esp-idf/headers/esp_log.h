__attribute__((format(printf, 2, 3))) void log_line(const char *tag,
                                                    const char *format, ...);
#define ESP_LOGE(tag, ...) log_line(tag, __VA_ARGS__)
#define ESP_LOGI(tag, ...) log_line(tag, __VA_ARGS__)
