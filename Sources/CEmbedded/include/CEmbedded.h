/* Files of Resources/ and seeds/, carried in the binary: a copied program needs nothing beside it. */
#pragma once
#include <stddef.h>

typedef struct {
    const unsigned char *bytes;
    size_t count;
} embedded_file;

embedded_file embedded_words(void);
embedded_file embedded_manual(void);
embedded_file embedded_pinyin(void);
embedded_file embedded_template_document_md(void);
embedded_file embedded_template_document_html(void);
embedded_file embedded_template_chart_html(void);
embedded_file embedded_bulletin_schema(void);
embedded_file embedded_page_schema(void);
embedded_file embedded_example_chart(void);
embedded_file embedded_example_ledger(void);
