/* syncfs(2) is a GNU extension that the Glibc module does not show. */
extern int syncfs(int descriptor);
