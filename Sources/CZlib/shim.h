/* zlib: gzip streams (RFC 1952). */
#include <zlib.h>
