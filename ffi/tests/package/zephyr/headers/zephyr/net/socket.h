#include <zephyr/kernel.h>
#define AF_INET 1
#define SOCK_STREAM 1
#define IPPROTO_TLS_1_2 258
#define SOL_TLS 282
#define TLS_SEC_TAG_LIST 1
#define TLS_HOSTNAME 2
#define ZSOCK_POLLIN 1
typedef size_t socklen_t;
struct sockaddr;
struct zsock_addrinfo {
  int ai_family;
  int ai_socktype;
  socklen_t ai_addrlen;
  struct sockaddr *ai_addr;
};
struct zsock_pollfd {
  int fd;
  short events;
  short revents;
};
int zsock_getaddrinfo(const char *host, const char *service,
                      const struct zsock_addrinfo *hints,
                      struct zsock_addrinfo **found);
void zsock_freeaddrinfo(struct zsock_addrinfo *found);
int zsock_socket(int family, int type, int protocol);
int zsock_setsockopt(int socket, int level, int name, const void *value,
                     socklen_t len);
int zsock_connect(int socket, const struct sockaddr *address, socklen_t len);
int zsock_close(int socket);
int zsock_poll(struct zsock_pollfd *sockets, int count, int timeout);
ssize_t zsock_send(int socket, const void *bytes, size_t len, int flags);
ssize_t zsock_recv(int socket, void *bytes, size_t len, int flags);
