"""From a built site to where readers find it: a folder, a server by rsync, S3-compatible storage, a git branch.

place     the words in which a user names one
source    what is to be published: a site, or the difference to one
plan      in which order files go, so that no reader ever meets a missing page; pure
transfer  the plan carried out, resumable at every step
target    what a place must be able to do; folder, rsync and s3 can, branch does it in one stroke
"""
