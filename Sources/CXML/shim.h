/* libxml2's pull reader. Its own headers find each other only by a compiler's flag, so the few calls
   that are needed are declared here as they stand there; a test holds the two together. No logic. */
#pragma once

#ifndef __XML_XMLREADER_H__
typedef unsigned char xmlChar;
typedef struct _xmlTextReader *xmlTextReaderPtr;
typedef void *xmlTextReaderLocatorPtr;
typedef int (*xmlInputReadCallback)(void *context, char *buffer, int len);
typedef int (*xmlInputCloseCallback)(void *context);
typedef enum {
    XML_PARSER_SEVERITY_VALIDITY_WARNING = 1,
    XML_PARSER_SEVERITY_VALIDITY_ERROR = 2,
    XML_PARSER_SEVERITY_WARNING = 3,
    XML_PARSER_SEVERITY_ERROR = 4
} xmlParserSeverities;
typedef void (*xmlTextReaderErrorFunc)(void *arg, const char *msg, xmlParserSeverities severity,
                                       xmlTextReaderLocatorPtr locator);
enum { XML_PARSE_NONET = 1 << 11 };
enum {
    XML_READER_TYPE_ELEMENT = 1,
    XML_READER_TYPE_TEXT = 3,
    XML_READER_TYPE_CDATA = 4,
    XML_READER_TYPE_ENTITY_REFERENCE = 5,
    XML_READER_TYPE_ENTITY = 6,
    XML_READER_TYPE_DOCUMENT_TYPE = 10,
    XML_READER_TYPE_NOTATION = 12,
    XML_READER_TYPE_WHITESPACE = 13,
    XML_READER_TYPE_SIGNIFICANT_WHITESPACE = 14,
    XML_READER_TYPE_END_ELEMENT = 15
};
#endif

extern void xmlInitParser(void);
extern xmlTextReaderPtr xmlReaderForIO(xmlInputReadCallback ioread, xmlInputCloseCallback ioclose,
                                       void *ioctx, const char *URL, const char *encoding,
                                       int options);
extern void xmlFreeTextReader(xmlTextReaderPtr reader);
extern void xmlTextReaderSetErrorHandler(xmlTextReaderPtr reader, xmlTextReaderErrorFunc f,
                                         void *arg);
extern int xmlTextReaderRead(xmlTextReaderPtr reader);
extern int xmlTextReaderNodeType(xmlTextReaderPtr reader);
extern int xmlTextReaderDepth(xmlTextReaderPtr reader);
extern int xmlTextReaderAttributeCount(xmlTextReaderPtr reader);
extern int xmlTextReaderIsEmptyElement(xmlTextReaderPtr reader);
extern int xmlTextReaderMoveToNextAttribute(xmlTextReaderPtr reader);
extern int xmlTextReaderMoveToElement(xmlTextReaderPtr reader);
extern int xmlTextReaderGetParserLineNumber(xmlTextReaderPtr reader);
extern const xmlChar *xmlTextReaderConstString(xmlTextReaderPtr reader, const xmlChar *str);
extern const xmlChar *xmlTextReaderConstLocalName(xmlTextReaderPtr reader);
extern const xmlChar *xmlTextReaderConstPrefix(xmlTextReaderPtr reader);
extern const xmlChar *xmlTextReaderConstNamespaceUri(xmlTextReaderPtr reader);
extern const xmlChar *xmlTextReaderConstValue(xmlTextReaderPtr reader);
