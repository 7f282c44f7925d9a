#ifndef CXMLREADER_H
#define CXMLREADER_H
int cxmlreader_version(void);
#endif
