/* What the example sketch calls of the core of a board; it is not run. */

#ifndef ARDUINO_H
#define ARDUINO_H

#include <stdint.h>

static void begin(unsigned long baud) { (void)baud; }

static const char *volatile printed;

static void println(const char *line) { printed = line; }

static const struct {
  void (*begin)(unsigned long baud);
  void (*println)(const char *line);
} Serial = {begin, println};

static long random(long from, long to) { return from < to ? from : to; }

#ifdef __cplusplus
extern "C" {
#endif
void setup(void);
void loop(void);
#ifdef __cplusplus
}
#endif

#endif
