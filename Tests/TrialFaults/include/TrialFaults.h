// No interface: the library is loaded in front of the C library, and its calls take their place.
