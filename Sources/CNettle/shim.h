/* SHA-256 for the ledger's hash chain: of a line in one call, for there are many of them. */
#pragma once
#include <nettle/sha2.h>

/* The digest of two pieces, one after the other, into 32 bytes. */
static inline void wallchart_sha256(const unsigned char *first, size_t first_count,
                                    const unsigned char *second, size_t second_count,
                                    unsigned char *digest) {
    struct sha256_ctx context;
    nettle_sha256_init(&context);
    nettle_sha256_update(&context, first_count, first);
    nettle_sha256_update(&context, second_count, second);
    nettle_sha256_digest(&context, SHA256_DIGEST_SIZE, digest);
}
